// How Kunna counts: weights of sources, ageing, limits. Changing one recounts every level at once.
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Language, Settings, SkillKind, Source } from '../api/types';
import { useLanguage, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { kindNames, sourceNames, words } from '../ui/words';
import { admin } from './adminTexts';
import { useSaveSettings, useSettings } from './api';

const sources: Source[] = ['test', 'certificate', 'expert', 'manager', 'interview', 'talk', 'project', 'peer', 'self'];

function Form({ first }: { first: Settings }) {
  const t = useTexts(admin);
  const w = useTexts(words);
  const language = useLanguage();
  const actor = useActor();
  const [settings, setSettings] = useState(first);
  const save = useSaveSettings();
  const locked = !can(actor, 'edit_settings');
  const put = (change: Partial<Settings>) => setSettings((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const changed = JSON.stringify(settings) !== JSON.stringify(first);
  return (
    <form
      className="k-stack"
      onSubmit={(event) => {
        event.preventDefault();
        const { demonstration, ...wanted } = settings;
        void demonstration; // decided when the server was set up
        save.mutate(wanted, { onSuccess: () => say(t.saved, { tone: 'good' }) });
      }}
    >
      {locked && <p className="k-mut">{t.readOnly}</p>}
      <fieldset disabled={locked} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }} className="k-half">
        <section className="k-card k-stack-s">
          <h2>{t.weights}</h2>
          <p className="k-s k-mut">{t.weightsHelp}</p>
          {sources.map((source) => (
            <div key={source} className="k-fact" style={{ alignItems: 'center' }}>
              <span style={{ textTransform: 'none' }}>{sourceNames[language][source]}</span>
              <span><NumberInput aria-label={sourceNames[language][source]} w={96} min={0} max={1} step={0.1} decimalScale={2} decimalSeparator={language === 'sv' ? ',' : '.'} value={settings.weights[source]} onChange={(value) => put({ weights: { ...settings.weights, [source]: Number(value) } })} error={field(`/weights/${source}`)} /></span>
            </div>
          ))}
        </section>
        <div className="k-stack">
          <section className="k-card k-stack-s">
            <h2>{t.general}</h2>
            <TextInput label={t.organisation} value={settings.organisation} onChange={(event) => put({ organisation: event.currentTarget.value })} error={field('/organisation')} />
            <Select label={t.language} allowDeselect={false} value={settings.language} onChange={(value) => value && put({ language: value as Language })} data={[{ value: 'sv', label: w.swedish }, { value: 'en', label: w.english }]} />
          </section>
          <section className="k-card k-stack-s">
            <h2>{t.halfLife}</h2>
            <p className="k-s k-mut">{t.halfLifeHelp}</p>
            {(['tool', 'technical', 'soft'] as SkillKind[]).map((kind) => (
              <div key={kind} className="k-fact" style={{ alignItems: 'center' }}>
                <span>{kindNames[language][kind]}</span>
                <span><NumberInput aria-label={`${t.halfLife}: ${kindNames[language][kind]}`} w={126} min={1} max={600} suffix={` ${t.months}`} value={settings.half_life[kind]} onChange={(value) => put({ half_life: { ...settings.half_life, [kind]: Number(value) } })} error={field(`/half_life/${kind}`)} /></span>
              </div>
            ))}
          </section>
          <section className="k-card k-stack-s">
            <h2>{t.rules}</h2>
            <NumberInput label={t.confidence} description={t.confidenceHelp} min={0} max={1} step={0.05} decimalScale={2} decimalSeparator={language === 'sv' ? ',' : '.'} value={settings.confidence} onChange={(value) => put({ confidence: Number(value) })} error={field('/confidence')} />
            <NumberInput label={t.mustFactor} description={t.mustFactorHelp} min={1} max={10} step={0.5} decimalSeparator={language === 'sv' ? ',' : '.'} value={settings.must_factor} onChange={(value) => put({ must_factor: Number(value) })} error={field('/must_factor')} />
            <NumberInput label={t.conflict} description={t.conflictHelp} min={1} max={10} value={settings.conflict} onChange={(value) => put({ conflict: Number(value) })} error={field('/conflict')} />
            <NumberInput label={t.suppression} description={t.suppressionHelp} min={5} max={50} value={settings.suppression} onChange={(value) => put({ suppression: Number(value) })} error={field('/suppression')} />
          </section>
        </div>
      </fieldset>
      {!locked && (
        <div className="k-row">
          <Button type="submit" loading={save.isPending} disabled={!changed}>{w.save}</Button>
          {changed && <Button variant="subtle" color="gray" onClick={() => setSettings(first)}>{w.cancel}</Button>}
          <Refused error={save.error} />
        </div>
      )}
    </form>
  );
}

export function SettingsPage() {
  const t = useTexts(admin);
  const asked = useSettings();
  return (
    <Page title={t.settingsTitle} crumb={t.settingsCrumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>{(settings) => <Form key={settings.version} first={settings} />}</Answered>
    </Page>
  );
}
