// What is farthest from the requirement on one's own profile; the start page's nudge.
import { Link } from 'react-router';
import type { Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { Answered } from '../ui/states';
import { words } from '../ui/words';
import { useSkillProfile } from './api';
import styles from './MyNeeds.module.css';
import { byNeed } from './need';
import { assessments } from './texts';

export function MyNeeds({ person, title, none, more }: { person: Id; title: string; none: string; more: string }) {
  const t = useTexts(assessments);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const asked = useSkillProfile(person, undefined);
  return (
    <section className="k-card">
      <div className="k-row"><h2>{title}</h2><span className="k-grow" /><Link to={to.me} className="k-s">{more}</Link></div>
      <Answered asked={asked}>
        {(profile) => {
          const needs = profile.skills.filter((one) => one.required != null && one.state !== 'met').sort(byNeed).slice(0, 6);
          return needs.length === 0 ? (
            <p className="k-mut">{none}</p>
          ) : (
            <ul>
              {needs.map((one) => (
                <li key={one.skill} className={styles.need}>
                  <span>{label(one.name)} {one.must && <span className="k-s k-mut">· {w.must}</span>}</span>
                  <span className="k-s k-mut">{one.level == null ? w.unknown : t.of(f.level(one.level), f.number(one.required ?? 0))}</span>
                  <LevelBar level={one.level} uncertainty={one.uncertainty} required={one.required} max={one.scale_max} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}
