// The form that assumes one thing more.
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { can, useActor } from '../api/session';
import type { WhatIfAssumptions } from '../api/types';
import { useTexts } from '../ui/i18n';
import { PersonPicker, PlacePicker, RolePicker, SkillPicker, UnitPicker } from '../ui/pickers';
import { useRole } from './api';
import { Levels } from './Levels';
import { added, fresh, type Draft, type Kind } from './whatIf';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

const kinds: Kind[] = ['leave', 'close', 'places', 'hire', 'new_roles', 'requirements', 'growth'];

export function Assume({ assumed, onChange }: { assumed: WhatIfAssumptions; onChange: (next: WhatIfAssumptions) => void }) {
  const t = useTexts(whatIf);
  const actor = useActor();
  const offered = kinds.filter((kind) => kind !== 'leave' || (can(actor, 'view_levels') && can(actor, 'view_people')));
  const [kind, setKind] = useState<Kind>(offered[0] ?? 'close');
  const [draft, setDraft] = useState<Draft>(fresh(kind));
  const { data: profile } = useRole(kind === 'hire' ? draft.role : null);
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const kindNames: Record<Kind, string> = { leave: t.kindLeave, close: t.kindClose, places: t.kindPlaces, hire: t.kindHire, new_roles: t.kindNewRole, requirements: t.kindRequirements, growth: t.kindGrowth };
  const next = added(assumed, kind, draft);
  const numbers: Partial<Record<Kind, { label: string; least: number; most: number }>> = {
    hire: { label: t.count, least: 1, most: 1000 }, new_roles: { label: t.count, least: 1, most: 1000 }, requirements: { label: t.level, least: 0, most: 7 }, growth: { label: t.percent, least: -100, most: 1000 },
  };
  const number = numbers[kind];
  const asRole = (kind === 'hire' ? profile?.profile?.requirements : draft.required)?.map(({ skill, level }) => ({ skill, level })) ?? [];
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (!next) return;
        onChange(next);
        setDraft(fresh(kind));
      }}
    >
      <div className={styles.fields}>
        <Select
          label={t.assume}
          allowDeselect={false}
          value={kind}
          data={offered.map((one) => ({ value: one, label: kindNames[one] }))}
          onChange={(value) => {
            setKind(value as Kind);
            setDraft(fresh(value as Kind));
          }}
        />
        {kind === 'leave' && <PersonPicker label={t.person} value={draft.person} onChange={(person) => put({ person })} />}
        {kind === 'places' && <PlacePicker label={t.unit} value={draft.place ?? undefined} onChange={(place) => put({ place })} />}
        {kind === 'new_roles' && <TextInput label={t.newRoleName} value={draft.name} onChange={(event) => put({ name: event.currentTarget.value })} maxLength={100} />}
        {(kind === 'hire' || kind === 'requirements' || kind === 'growth') && <RolePicker label={t.role} value={draft.role} onChange={(role) => put({ role, levels: [] })} />}
        {kind === 'requirements' && <SkillPicker label={t.skill} value={draft.skill} onChange={(skill) => put({ skill })} />}
        {(kind === 'close' || kind === 'hire' || kind === 'new_roles') && <UnitPicker label={t.unit} value={draft.unit} onChange={(unit) => put({ unit })} />}
        {number && <NumberInput label={number.label} title={kind === 'requirements' ? t.levelHelp : undefined} allowDecimal={false} min={number.least} max={number.most} value={draft.number} onChange={(value) => put({ number: Number(value) || 0 })} />}
        {kind !== 'hire' && kind !== 'new_roles' && <Button type="submit" disabled={!next}>{t.add}</Button>}
      </div>
      {kind === 'new_roles' && <Levels label={t.roleRequires} help={t.roleRequiresHelp} rows={draft.required} least={1} onChange={(required) => put({ required })} />}
      {(kind === 'hire' || kind === 'new_roles') && (
        <Levels label={t.comersHave} help={t.comersHaveHelp} rows={draft.levels} least={0} onChange={(levels) => put({ levels })}>
          {asRole.length > 0 && <Button variant="subtle" size="compact-sm" onClick={() => put({ levels: asRole })}>{t.asRequired}</Button>}
        </Levels>
      )}
      {(kind === 'hire' || kind === 'new_roles') && <div><Button type="submit" disabled={!next}>{t.add}</Button></div>}
    </form>
  );
}
