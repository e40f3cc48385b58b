// The question: each skill with the level looked for, in words; then where and in what role.
import { ActionIcon, Select } from '@mantine/core';
import { Link } from 'react-router';
import { useSkill } from '../api/queries';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { PlacePicker, RolePicker, SkillPicker, UnitPicker } from '../ui/pickers';
import { Bone } from '../ui/states';
import styles from './FindPage.module.css';
import { staffing } from './texts';
import type { FindFilters } from './useFindFilters';
import { mostSkills, type WantedSkill } from './wanted';

function Line({ wanted, onLevel, onDrop }: { wanted: WantedSkill; onLevel: (level: number) => void; onDrop: () => void }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const label = useLabel();
  const { data: skill, error } = useSkill(wanted.skill);
  const name = label(skill?.name) || (error ? '?' : '…');
  const levels = skill?.scale.levels.filter((one) => one.level > 0) ?? [];
  const anchor = skill?.anchors.find((one) => one.level === wanted.level)?.text ?? levels.find((one) => one.level === wanted.level)?.anchor;
  return (
    <li className={styles.wanted}>
      <b>{skill ? <Link to={to.skill(wanted.skill)}>{name}</Link> : error ? name : <Bone width={160} />}</b>
      <Select aria-label={t.levelOf(name)} allowDeselect={false} value={String(wanted.level)} onChange={(value) => value && onLevel(Number(value))} data={levels.map((one) => ({ value: String(one.level), label: t.orBetter(f.number(one.level), label(one.name)) }))} />
      <ActionIcon size={28} aria-label={t.drop(name)} onClick={onDrop}><Icon name="close" size={15} /></ActionIcon>
      {anchor && <p className={`k-s k-mut ${styles.anchor}`}>{label(anchor)}</p>}
    </li>
  );
}

export function Wanted({ filters }: { filters: FindFilters }) {
  const t = useTexts(staffing);
  const { skills, setSkills } = filters;
  return (
    <section className="k-card k-stack-s k-no-print" aria-label={t.question}>
      {skills.length > 0 && (
        <ul>
          {skills.map((one) => (
            <Line key={one.skill} wanted={one} onLevel={(level) => setSkills(skills.map((other) => (other.skill === one.skill ? { ...one, level } : other)))} onDrop={() => setSkills(skills.filter((other) => other.skill !== one.skill))} />
          ))}
        </ul>
      )}
      <div className={styles.filters}>
        {skills.length < mostSkills && (
          <div className={styles.add}>
            <SkillPicker aria-label={t.addSkill} placeholder={t.addSkill} leftSection={<Icon name="search" size={15} />} value={null} without={new Set(skills.map((one) => one.skill))} onChange={(skill) => skill && setSkills([...skills, { skill, level: 3 }])} />
          </div>
        )}
        <UnitPicker aria-label={t.anywhere} placeholder={t.anywhere} value={filters.unit} onChange={filters.setUnit} w={200} />
        <PlacePicker value={filters.place} onChange={filters.setPlace} w={150} />
        <RolePicker aria-label={t.anyRole} placeholder={t.anyRole} value={filters.role} onChange={filters.setRole} w={180} />
        <Choice on={filters.sure} onClick={() => filters.setSure(filters.sure ? null : 1)}>{t.sureOnly}</Choice>
      </div>
    </section>
  );
}
