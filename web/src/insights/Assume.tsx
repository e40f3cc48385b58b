// The form that assumes one thing more, and what is assumed already.
import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useCatalogue, useRoles, useUnits } from '../api/queries';
import { can, useActor } from '../api/session';
import type { WhatIfAssumptions, Id, WhatIf } from '../api/types';
import { Removable } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { PersonPicker, PlacePicker, RolePicker, SkillPicker, UnitPicker } from '../ui/pickers';
import { words } from '../ui/words';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

type Kind = Exclude<keyof WhatIfAssumptions, 'new_roles'>;
const kinds: Kind[] = ['leave', 'close', 'places', 'hire', 'requirements', 'growth'];

interface Draft {
  person?: Id | null;
  unit?: Id | null;
  place?: string | null;
  role?: Id | null;
  skill?: Id | null;
  number: number;
}

/** The assumptions with what the form says; nothing while something is missing. */
function added(assumed: WhatIfAssumptions, kind: Kind, draft: Draft): WhatIfAssumptions | null {
  const { person, unit, place, role, skill, number } = draft;
  if (kind === 'leave') return person ? { ...assumed, leave: [...assumed.leave.filter((id) => id !== person), person] } : null;
  if (kind === 'close') return unit ? { ...assumed, close: [...assumed.close.filter((id) => id !== unit), unit] } : null;
  if (kind === 'places') return place ? { ...assumed, places: [...assumed.places.filter((one) => one !== place), place] } : null;
  if (!role) return null;
  if (kind === 'hire') return unit ? { ...assumed, hire: [...assumed.hire, { role, unit, count: number, levels: [] }] } : null;
  if (kind === 'growth') return { ...assumed, growth: [...assumed.growth.filter((one) => one.role !== role), { role, percent: number }] };
  return skill ? { ...assumed, requirements: [...assumed.requirements.filter((one) => one.role !== role || one.skill !== skill), { role, skill, level: number }] } : null;
}

const usual: Partial<Record<Kind, number>> = { hire: 1, requirements: 3, growth: 10 };

export function Assume({ assumed, onChange }: { assumed: WhatIfAssumptions; onChange: (next: WhatIfAssumptions) => void }) {
  const t = useTexts(whatIf);
  const actor = useActor();
  const offered = kinds.filter((kind) => kind !== 'leave' || (can(actor, 'view_levels') && can(actor, 'view_people')));
  const [kind, setKind] = useState<Kind>(offered[0] ?? 'close');
  const [draft, setDraft] = useState<Draft>({ number: usual[kind] ?? 0 });
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const kindNames: Record<Kind, string> = { leave: t.kindLeave, close: t.kindClose, places: t.kindPlaces, hire: t.kindHire, requirements: t.kindRequirements, growth: t.kindGrowth };
  const next = added(assumed, kind, draft);
  const number = { hire: [t.count, 1, 1000], requirements: [t.level, 0, 7], growth: [t.percent, -100, 1000] } as const;
  const asks = kind === 'hire' || kind === 'requirements' || kind === 'growth' ? number[kind] : undefined;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (!next) return;
        onChange(next);
        setDraft({ number: usual[kind] ?? 0 });
      }}
    >
      <Select
        label={t.assume}
        allowDeselect={false}
        value={kind}
        data={offered.map((one) => ({ value: one, label: kindNames[one] }))}
        onChange={(value) => {
          setKind(value as Kind);
          setDraft({ number: usual[value as Kind] ?? 0 });
        }}
      />
      {kind === 'leave' && <PersonPicker label={t.person} value={draft.person} onChange={(person) => put({ person })} />}
      {kind === 'places' && <PlacePicker label={t.unit} value={draft.place ?? undefined} onChange={(place) => put({ place })} />}
      {asks && <RolePicker label={t.role} value={draft.role} onChange={(role) => put({ role })} />}
      {kind === 'requirements' && <SkillPicker label={t.skill} value={draft.skill} onChange={(skill) => put({ skill })} />}
      {(kind === 'close' || kind === 'hire') && <UnitPicker label={t.unit} value={draft.unit} onChange={(unit) => put({ unit })} />}
      {asks && <NumberInput label={asks[0]} title={kind === 'requirements' ? t.levelHelp : undefined} allowDecimal={false} min={asks[1]} max={asks[2]} value={draft.number} onChange={(value) => put({ number: Number(value) || 0 })} />}
      <Button type="submit" disabled={!next}>{t.add}</Button>
    </form>
  );
}

export function Assumed({ assumed, people, onChange }: { assumed: WhatIfAssumptions; people: WhatIf['people']; onChange: (next: WhatIfAssumptions) => void }) {
  const t = useTexts(whatIf);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const { data: units } = useUnits();
  const { data: roles } = useRoles();
  const { data: catalogue } = useCatalogue();
  const unit = (id: Id) => units?.find((one) => one.id === id)?.name ?? '…';
  const role = (id: Id | null | undefined) => label(roles?.find((one) => one.id === id)?.name) || '…';
  const skill = (id: Id) => label(catalogue?.items.find((one) => one.id === id)?.name) || '…';
  const said: { [K in Kind]: (one: WhatIfAssumptions[K][number]) => string } = {
    leave: (id) => t.leaves(people.find((one) => one.person === id)?.name ?? '…'),
    close: (id) => t.closes(unit(id)),
    places: (place) => t.closes(place),
    hire: (one) => t.more(one.count, role(one.role), unit(one.unit)),
    requirements: (one) => t.requires(role(one.role), skill(one.skill), one.level),
    growth: (one) => t.grows(role(one.role), `${one.percent < 0 ? '−' : '+'}${f.decimal(Math.abs(one.percent))} %`),
  };
  const chips = kinds.flatMap((kind) =>
    assumed[kind].map((one, i) => ({
      key: `${kind}${i}`,
      text: (said[kind] as (one: unknown) => string)(one),
      drop: () => onChange({ ...assumed, [kind]: (assumed[kind] as unknown[]).filter((_, at) => at !== i) }),
    })),
  );
  if (chips.length === 0) return null;
  return (
    <div className={`k-row ${styles.chips}`}>
      {chips.map((chip) => <Removable key={chip.key} label={`${w.remove}: ${chip.text}`} onRemove={chip.drop}>{chip.text}</Removable>)}
    </div>
  );
}
