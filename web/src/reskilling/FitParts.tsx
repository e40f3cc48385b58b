// The parts of a fit, shown alike to the person and to whoever runs a programme: levels as bars, what is to be assessed,
// the way there.
import { Link } from 'react-router';
import type { FitPath, FitSkill, RoleFit } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { words } from '../ui/words';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

export const lacks = (skill: FitSkill) => skill.level == null || skill.level < skill.required;

function Skill({ skill, max }: { skill: FitSkill; max: number }) {
  const t = useTexts(reskilling);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  return (
    <li className={styles.skill}>
      <span>
        <Link to={to.skill(skill.skill)}>{label(skill.name)}</Link> {skill.must && <span className="k-tag">{w.must}</span>}
      </span>
      <span className="k-mut">{skill.level == null ? t.unknown : t.levels(f.level(skill.level), f.number(skill.required))}{skill.level != null && !skill.sure && `, ${t.unsure}`}</span>
      <LevelBar level={skill.level} required={skill.required} max={max} thin />
    </li>
  );
}

/** Every requirement that is not met, a must first; none: words instead. */
export function Skills({ fit, all }: { fit: RoleFit; all?: boolean }) {
  const t = useTexts(reskilling);
  const max = Math.max(5, ...fit.skills.map((one) => one.required));
  const shown = fit.skills.filter((one) => all || lacks(one)).sort((a, b) => Number(b.must) - Number(a.must));
  if (shown.length === 0) return <p className="k-s k-mut">{t.ready}</p>;
  return <ul className={styles.skills}>{shown.map((skill) => <Skill key={skill.skill} skill={skill} max={max} />)}</ul>;
}

export function Way({ path }: { path: FitPath }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  if (path.steps.length + path.left.length === 0) return <p className="k-s k-mut">{t.pathNone}</p>;
  return (
    <>
      <ol className={styles.way}>
        {path.steps.map((step) => (
          <li key={step.activity}>
            <div><Link to={to.activity(step.activity)}>{label(step.name)}</Link><span className="k-mut">{[t.hoursOf(f.decimal(step.hours)), step.cost != null && f.money(step.cost, 'SEK')].filter(Boolean).join(' · ')}</span></div>
            <small>{step.raises.map((one) => `${label(one.name)} ${t.step(f.decimal(one.from), f.number(one.to))}`).join(', ')}</small>
          </li>
        ))}
        {path.left.map((left) => (
          <li key={left.skill} data-practice>
            <div><Link to={to.skill(left.skill)}>{label(left.name)} {t.step(f.decimal(left.from), f.number(left.to))}</Link><span className="k-mut">{t.practice}</span></div>
            <small>{t.practiceHelp(f.number(left.hours))}</small>
          </li>
        ))}
      </ol>
      {path.steps.length > 0 && <p className="k-s k-mut" title={t.chanceHelp}>{t.chance(f.percent(path.chance))}</p>}
      {!path.exact && <p className="k-s k-mut">{t.rough}</p>}
    </>
  );
}
