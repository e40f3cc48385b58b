// A manager's team, person by person: level against requirement in every skill, who lacks what, the chain below as a sum.
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { TeamCell, TeamMatrix } from '../api/types';
import { Choice } from '../ui/Chip';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Scrolled } from '../ui/Scrolled';
import { Answered, Bones, Empty } from '../ui/states';
import { stateNames } from '../ui/words';
import { useTeam } from './api';
import { lacking, lackStep } from './team';
import styles from './TeamPage.module.css';
import { team } from './teamTexts';

function Level({ cell, who, what }: { cell: TeamCell | null; who: string; what: string }) {
  const t = useTexts(team);
  const f = useFormats();
  const states = stateNames[useLanguage()];
  if (!cell || (cell.required == null && cell.level == null)) return <td className={styles.none}><span className="k-unseen">{t.notRequired}</span></td>;
  const level = cell.level == null ? t.unassessed : f.level(cell.level);
  const said = [`${who}, ${what}: ${level}`, cell.required != null ? t.saidNeed(f.number(cell.required)) : t.notRequired, cell.state && states[cell.state], cell.must && t.must, cell.conflict && t.conflict, cell.contested && t.contested].filter(Boolean).join(', ');
  return (
    <td>
      <span className={`${styles.cell} ${cell.state === 'unknown' ? 'k-unknown' : ''}`} data-step={cell.required == null ? 'free' : cell.state === 'uncertain' ? 'uncertain' : cell.state === 'unknown' ? undefined : lackStep(cell)} data-must={cell.must || undefined} title={said}>
        <span aria-hidden="true">{cell.level == null ? '' : f.level(cell.level)}</span>
        {cell.contested && <i className={styles.dot} />}
        <span className="k-unseen">{said}</span>
      </span>
    </td>
  );
}

function Matrix({ matrix }: { matrix: TeamMatrix }) {
  const t = useTexts(team);
  const f = useFormats();
  const label = useLabel();
  const [order, setOrder] = useState<'name' | 'gap'>('gap');
  const [only, setOnly] = useState(false);
  const lacks = useMemo(() => new Map(lacking(matrix).map((lack) => [lack.skill, lack.missing.length])), [matrix]);
  const people = useMemo(
    () => [...matrix.people].sort((a, b) => (order === 'gap' ? (b.sums.weighted_gap ?? -1) - (a.sums.weighted_gap ?? -1) : f.compare(a.name, b.name))),
    [matrix, order, f],
  );
  const skills = matrix.skills.map((skill, i) => ({ ...skill, i })).filter((skill) => !only || lacks.has(skill.i)).sort((a, b) => (lacks.get(b.i) ?? 0) - (lacks.get(a.i) ?? 0) || b.required_by - a.required_by);
  return (
    <section className="k-card" aria-label={t.title}>
      <div className="k-row" style={{ marginBottom: 4 }}>
        <Choice on={order === 'gap'} onClick={() => setOrder('gap')}>{t.sortGap}</Choice>
        <Choice on={order === 'name'} onClick={() => setOrder('name')}>{t.sortName}</Choice>
        <span className="k-grow" />
        <Choice on={only} onClick={() => setOnly((now) => !now)}>{t.onlyGaps}</Choice>
      </div>
      <Scrolled className={styles.scroll} label={t.title}>
        <table className={styles.matrix} data-few={skills.length <= 6 ? 'very' : skills.length <= 14 || undefined}>
          <thead>
            <tr>
              <td />
              {skills.map((skill) => (
                <th key={skill.id} scope="col"><Link to={to.skill(skill.id)}><span>{label(skill.name)}</span></Link></th>
              ))}
              <th scope="col" className={styles.sum}><span>{t.fit}</span></th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row"><Link to={to.person(person.id)}>{person.name}</Link><small>{person.title}</small></th>
                {skills.map((skill) => <Level key={skill.id} cell={person.cells[skill.i] ?? null} who={person.name} what={label(skill.name)} />)}
                <td className={styles.fit} data-ready={person.sums.ready || undefined}>{person.sums.fit == null ? '–' : f.percent(person.sums.fit)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.lacks}</th>
              {skills.map((skill) => <td key={skill.id} className={styles.count}>{lacks.get(skill.i) ?? ''}</td>)}
              <td />
            </tr>
          </tfoot>
        </table>
      </Scrolled>
      <ul className={styles.legend}>
        <li><span className={styles.cell} data-step="0" /> {t.legendMet}</li>
        <li><span className={styles.cell} data-step="uncertain" /> {t.legendUncertain}</li>
        <li><span className={styles.cell} data-step="2" /><span className={styles.cell} data-step="4" /> {t.legendGap}</li>
        <li><span className={`${styles.cell} k-unknown`} /> {t.legendUnknown}</li>
        <li><span className={styles.cell} data-step="0" data-must /> {t.must}</li>
        <li><i className={`${styles.dot} ${styles.still}`} /> {t.legendDot}</li>
      </ul>
    </section>
  );
}

function Lacks({ matrix }: { matrix: TeamMatrix }) {
  const t = useTexts(team);
  const f = useFormats();
  const label = useLabel();
  const lacks = useMemo(() => lacking(matrix), [matrix]);
  return (
    <section className="k-card">
      <h2>{t.lackTitle}</h2>
      {lacks.length === 0 && <p className="k-mut">{t.lackNone}</p>}
      <div className={styles.lacks}>
        {lacks.map((lack) => {
          const skill = matrix.skills[lack.skill];
          return (
            <div key={lack.skill} className={styles.lack}>
              <h3>{skill && <Link to={to.skill(skill.id)}>{label(skill.name)}</Link>} <span className="k-faint">{lack.missing.length}</span></h3>
              <ul>
                {lack.missing.map((one) => (
                  <li key={one.person}>
                    <Link to={to.person(one.person)} className="k-clip">{one.name}</Link>
                    <LevelBar thin level={one.level} required={one.required} max={5} />
                    <span className="k-s k-mut">{t.ofLevel(f.level(one.level), f.number(one.required))}</span>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

export function TeamPage() {
  const t = useTexts(team);
  const f = useFormats();
  const asked = useTeam();
  const matrix = asked.data;
  const total = (state: 'gap' | 'unknown') => matrix?.people.reduce((sum, person) => sum + person.sums[state], 0) ?? 0;
  const chain = matrix?.chain;
  return (
    <Page title={t.title} crumb={matrix && t.crumb(matrix.people.length)}>
      <Answered asked={asked} bones={<><div className="k-figures">{[0, 1, 2, 3].map((i) => <Figure key={i} label=" " value="" waiting />)}</div><div className="k-card"><Bones rows={12} height={20} /></div></>}>
        {(team_) =>
          team_.people.length === 0 ? (
            <div className="k-card"><Empty icon="team" title={t.noOne}>{t.noOneHelp}</Empty></div>
          ) : (
            <>
              <div className="k-figures">
                <Figure label={t.ready} value={f.number(team_.people.filter((person) => person.sums.ready).length)}>{t.readyMeaning(team_.people.length)}</Figure>
                <Figure label={t.below} value={f.number(total('gap'))}>{t.belowMeaning}</Figure>
                <Figure label={t.unknown} value={f.number(total('unknown'))}>{t.unknownMeaning}</Figure>
                <Figure label={t.chain} value={!chain || chain.hidden || chain.sums.fit == null ? '–' : f.percent(chain.sums.fit)}>{chain?.hidden ? t.chainHidden : t.chainMeaning(f.number(chain?.people ?? 0))}</Figure>
              </div>
              <Matrix matrix={team_} />
              <Lacks matrix={team_} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
