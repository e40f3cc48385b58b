// What is assumed, each with a way out.
import { useCatalogue, useRoles, useUnits } from '../api/queries';
import type { Id, WhatIf, WhatIfAssumptions } from '../api/types';
import { Removable } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { words } from '../ui/words';
import { without, type Kind } from './whatIf';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

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
  const kinds = Object.keys(assumed) as Kind[];
  const said: { [K in Kind]: (one: WhatIfAssumptions[K][number]) => string } = {
    leave: (id) => t.leaves(people.find((one) => one.person === id)?.name ?? '…'),
    close: (id) => t.closes(unit(id)),
    places: (place) => t.closes(place),
    new_roles: (one) => t.newRole(label(one.name), one.requirements?.length ?? 0),
    hire: (one) => t.more(one.count, one.new_role == null ? role(one.role) : label(assumed.new_roles[one.new_role]?.name) || '…', unit(one.unit), one.levels?.length ?? 0),
    requirements: (one) => t.requires(role(one.role), skill(one.skill), one.level),
    growth: (one) => t.grows(role(one.role), `${one.percent < 0 ? '−' : '+'}${f.decimal(Math.abs(one.percent))} %`),
  };
  const chips = kinds.flatMap((kind) =>
    assumed[kind].map((one, i) => ({
      key: `${kind}${i}`,
      text: (said[kind] as (one: unknown) => string)(one),
      drop: () => onChange(without(assumed, kind, i)),
    })),
  );
  if (chips.length === 0) return null;
  return (
    <div className={`k-row ${styles.chips}`}>
      {chips.map((chip) => <Removable key={chip.key} label={`${w.remove}: ${chip.text}`} onRemove={chip.drop}>{chip.text}</Removable>)}
    </div>
  );
}
