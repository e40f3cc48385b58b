// The person's own wishes: skills with the level they want, and roles they are curious about; saved as they are chosen.
import { ActionIcon, Select } from '@mantine/core';
import { useSkill } from '../api/queries';
import type { Id, WishedSkill, Wishes } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { RolePicker, SkillPicker } from '../ui/pickers';
import { Answered, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useUnwishRole, useUnwishSkill, useWishes, useWishRole, useWishSkill } from './api';
import { wishes } from './texts';
import styles from './Wishes.module.css';

function SkillLine({ person, wish }: { person: Id; wish: WishedSkill }) {
  const t = useTexts(wishes);
  const f = useFormats();
  const label = useLabel();
  const { data: skill } = useSkill(wish.skill);
  const want = useWishSkill(person);
  const drop = useUnwishSkill(person);
  const name = label(wish.name);
  const levels = skill?.scale.levels.filter((one) => one.level > 0) ?? [];
  return (
    <li className={styles.line}>
      <b>{name}</b>
      <ActionIcon size={28} aria-label={t.drop(name)} loading={drop.isPending} onClick={() => drop.mutate(wish.skill, { onSuccess: () => say(t.dropped, { undo: () => want.mutate({ skill: wish.skill, level: wish.level }) }) })}><Icon name="close" size={15} /></ActionIcon>
      <Select
        size="xs"
        aria-label={t.levelOf(name)}
        allowDeselect={false}
        disabled={!skill}
        value={String(wish.level ?? 0)}
        onChange={(value) => want.mutate({ skill: wish.skill, level: Number(value) || null }, { onSuccess: () => say(t.wished) })}
        data={[{ value: '0', label: t.noLevel }, ...levels.map((one) => ({ value: String(one.level), label: `${f.number(one.level)} · ${label(one.name)}` }))]}
      />
      <Refused error={want.error ?? drop.error} />
    </li>
  );
}

function Lists({ person, all }: { person: Id; all: Wishes }) {
  const t = useTexts(wishes);
  const label = useLabel();
  const wantSkill = useWishSkill(person);
  const wantRole = useWishRole(person);
  const dropRole = useUnwishRole(person);
  const wished = { onSuccess: () => say(t.wished) };
  return (
    <div className="k-stack-s">
      <h3 className={styles.group}>{t.skills}</h3>
      {all.skills.length > 0 && <ul>{all.skills.map((one) => <SkillLine key={one.skill} person={person} wish={one} />)}</ul>}
      <SkillPicker aria-label={t.addSkill} placeholder={t.addSkill} value={null} without={new Set(all.skills.map((one) => one.skill))} onChange={(skill) => skill && wantSkill.mutate({ skill }, wished)} />
      <h3 className={styles.group}>{t.roles}</h3>
      {all.roles.length > 0 && (
        <ul>
          {all.roles.map((one) => (
            <li key={one.role} className={styles.line}>
              <b>{label(one.name)}</b>
              <ActionIcon size={28} aria-label={t.drop(label(one.name))} onClick={() => dropRole.mutate(one.role, { onSuccess: () => say(t.dropped, { undo: () => wantRole.mutate(one.role) }) })}><Icon name="close" size={15} /></ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <RolePicker aria-label={t.addRole} placeholder={t.addRole} value={null} without={new Set(all.roles.map((one) => one.role))} onChange={(role) => role && wantRole.mutate(role, wished)} />
      <Refused error={wantSkill.error ?? wantRole.error ?? dropRole.error} />
      <p className="k-xs k-faint">{t.readBy}</p>
    </div>
  );
}

export function MyWishes({ person }: { person: Id }) {
  const t = useTexts(wishes);
  const asked = useWishes(person);
  return (
    <section className="k-card k-no-print">
      <h2>{t.mine}</h2>
      <Answered asked={asked}>{(all) => <Lists person={person} all={all} />}</Answered>
    </section>
  );
}

/** Another's, to read. */
export function TheirWishes({ all }: { all: Wishes }) {
  const t = useTexts(wishes);
  const f = useFormats();
  const label = useLabel();
  if (all.skills.length + all.roles.length === 0) return null;
  return (
    <section className="k-card">
      <h2>{t.theirs}</h2>
      {all.skills.map((one) => <div key={one.skill} className="k-fact"><span>{t.skills}</span><span>{label(one.name)}{one.level != null && <span className="k-mut"> {t.toLevel(f.number(one.level))}</span>}</span></div>)}
      {all.roles.map((one) => <div key={one.role} className="k-fact"><span>{t.roles}</span><span>{label(one.name)}</span></div>)}
    </section>
  );
}
