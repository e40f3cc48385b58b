// Makes or changes a skill: its words in both languages and what people do at each level.
import { Button, NumberInput, Select, Switch, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import { useCatalogue, useScales } from '../api/queries';
import type { Language, Skill, SkillInput, SkillKind } from '../api/types';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { kindNames, words } from '../ui/words';
import { useSaveSkill } from './api';
import { skills } from './texts';

type Input = SkillInput & { anchors: NonNullable<SkillInput['anchors']>; alternative: { sv: string[]; en: string[] } };

function first(skill: Skill | undefined): Input {
  return skill
    ? { group: skill.group, name: skill.name, description: skill.description, alternative: { sv: skill.alternative.sv ?? [], en: skill.alternative.en ?? [] }, kind: skill.kind, scale: skill.scale.id, anchors: skill.anchors, hours_per_level: skill.hours_per_level, retired: skill.retired }
    : { key: '', group: null, name: { sv: '', en: '' }, description: { sv: '', en: '' }, alternative: { sv: [], en: [] }, kind: 'technical', scale: 0, anchors: [], hours_per_level: 40, retired: false };
}

export function SkillForm({ skill, onClose }: { skill?: Skill; onClose: () => void }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const label = useLabel();
  const language = useLanguage();
  const kinds = kindNames[language];
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const [input, setInput] = useState(() => first(skill));
  const save = useSaveSkill(skill ?? null);
  const put = (change: Partial<Input>) => setInput((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const scale = skill?.scale ?? scales?.find((one) => one.id === input.scale) ?? scales?.[0];
  if (!scale) return <Bones />;

  const anchor = (level: number, lang: Language, text: string) => {
    const before = input.anchors.find((one) => one.level === level)?.text ?? { sv: '', en: '' };
    put({ anchors: [...input.anchors.filter((one) => one.level !== level), { level, text: { ...before, [lang]: text } }].sort((a, b) => a.level - b.level) });
  };

  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { ...input, scale: scale.id },
          {
            onSuccess: () => {
              say(t.saved, { tone: 'good' });
              onClose();
            },
          },
        );
      }}
    >
      {!skill && <TextInput label={t.key} description={t.keyHelp} required withAsterisk={false} value={input.key ?? ''} onChange={(event) => put({ key: event.currentTarget.value })} error={field('/key')} />}
      <div className="k-half">
        <Select label={t.group} clearable value={input.group ? String(input.group) : null} onChange={(value) => put({ group: value ? Number(value) : null })} data={(catalogue?.groups ?? []).map((group) => ({ value: String(group.id), label: label(group.name) }))} error={field('/group')} />
        <Select label={t.kind} allowDeselect={false} value={input.kind} onChange={(value) => value && put({ kind: value as SkillKind })} data={(['technical', 'tool', 'soft'] as const).map((kind) => ({ value: kind, label: kinds[kind] }))} error={field('/kind')} />
        {!skill && <Select label={t.scale} allowDeselect={false} value={String(scale.id)} onChange={(value) => value && put({ scale: Number(value), anchors: [] })} data={(scales ?? []).map((one) => ({ value: String(one.id), label: label(one.name) }))} />}
        <NumberInput label={t.hours} min={1} max={2000} value={input.hours_per_level} onChange={(value) => put({ hours_per_level: Number(value) || 0 })} error={field('/hours_per_level')} />
      </div>
      <p className="k-s k-mut" style={{ marginTop: 8 }}>{t.bothLanguages}</p>
      <Tabs defaultValue={language} keepMounted>
        <Tabs.List>
          <Tabs.Tab value="sv">{w.swedish}</Tabs.Tab>
          <Tabs.Tab value="en">{w.english}</Tabs.Tab>
        </Tabs.List>
        {(['sv', 'en'] as const).map((lang) => (
          <Tabs.Panel key={lang} value={lang} pt="sm">
            <div className="k-stack-s" lang={lang}>
              <TextInput label={w.name} required withAsterisk={false} value={input.name[lang]} onChange={(event) => put({ name: { ...input.name, [lang]: event.currentTarget.value } })} error={field(`/name/${lang}`)} />
              <Textarea label={w.description} autosize minRows={2} value={input.description[lang]} onChange={(event) => put({ description: { ...input.description, [lang]: event.currentTarget.value } })} error={field(`/description/${lang}`)} />
              <Textarea label={t.alternative} autosize minRows={1} value={input.alternative[lang].join('\n')} onChange={(event) => put({ alternative: { ...input.alternative, [lang]: event.currentTarget.value.split('\n') } })} />
              <div className="k-label" style={{ marginTop: 8 }}>{t.levels}</div>
              {scale.levels.map((level) => (
                <Textarea key={level.level} label={`${t.anchor(level.level)}: ${level.name[lang]}`} autosize minRows={1} value={input.anchors.find((one) => one.level === level.level)?.text[lang] ?? ''} onChange={(event) => anchor(level.level, lang, event.currentTarget.value)} />
              ))}
            </div>
          </Tabs.Panel>
        ))}
      </Tabs>
      {skill && <Switch label={t.retire} checked={input.retired ?? false} onChange={(event) => put({ retired: event.currentTarget.checked })} mt={8} />}
      <Refused error={save.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={save.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
