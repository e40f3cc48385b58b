// Scenarios side by side: what holds whichever comes, what one regrets, what waiting costs.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useActor } from '../api/session';
import type { Id, Regret, ScenarioComparison } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { Scrolled } from '../ui/Scrolled';
import { Several } from '../ui/Several';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useComparison, useScenarios } from './api';
import styles from './scenarios.module.css';
import { robust } from './texts';

function SideBySide({ told }: { told: ScenarioComparison }) {
  const t = useTexts(robust);
  const w = useTexts(words);
  const f = useFormats();
  const partly = told.skills.filter((one) => !one.everywhere).length;
  const sums = told.skills.length > partly || told.skills.length === 0; // of anything
  return (
    <section className="k-card k-flush">
      <div className={styles.head}><h2>{t.side}</h2>{partly > 0 && <p className="k-s k-mut">{t.partly(f.number(partly))}</p>}</div>
      <Scrolled className={styles.scroll} label={t.side}>
        <table className={styles.table} aria-label={t.side}>
          <thead><tr><th scope="col">{t.scenario}</th><th scope="col" className={styles.number}>{t.people}</th><th scope="col" className={styles.number}>{t.demand}</th><th scope="col" className={styles.number}>{t.shortage}</th><th scope="col" className={styles.number}>{t.years}</th><th scope="col" className={styles.number} title={t.waitingHelp}>{t.waiting}</th><th scope="col" className={styles.number}>{t.regret}</th><th scope="col" className={styles.number}>{t.first}</th></tr></thead>
          <tbody>
            {told.scenarios.map((one) => (
              <tr key={one.scenario}>
                <th scope="row"><Link to={to.scenario(one.scenario)}>{one.name}</Link>{(one.base || (sums && one.scenario === told.least_regret)) && <div className="k-row">{one.base && <span className="k-tag">{t.base}</span>}{(sums && one.scenario === told.least_regret) && <span className="k-tag" data-tone="good">{t.least}</span>}</div>}</th>
                <td className={styles.number}>{one.hidden ? t.tooFew : f.number(one.posts_then)}</td>
                <td className={styles.number}>{one.hidden ? t.tooFew : f.number(one.demand_then)}</td>
                <td className={styles.number}>{sums ? f.level(one.shortage_then) : t.tooFew}</td>
                <td className={styles.number}>{sums ? f.level(one.shortage_years) : t.tooFew}</td>
                <td className={styles.number}>{sums ? t.personYears(`+${f.level(one.waiting_years)}`) : t.tooFew}</td>
                <td className={styles.number}>{sums ? f.level(one.worst_regret) : t.tooFew}</td>
                <td className={styles.number}>{!sums ? t.tooFew : !one.first_shortage ? '–' : one.first_shortage === told.day ? w.today : f.dayShort(one.first_shortage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

function Regrets({ told }: { told: ScenarioComparison }) {
  const t = useTexts(robust);
  const f = useFormats();
  const most = Math.max(1e-9, ...told.regrets.map((one) => one.short + one.spare));
  const at = (prepared: Id, comes: Id): Regret | undefined => told.regrets.find((one) => one.prepared === prepared && one.comes === comes);
  return (
    <section className="k-card k-flush">
      <div className={styles.head}><h2>{t.regrets}</h2><p className="k-s k-mut">{t.regretsHelp}</p></div>
      <Scrolled className={styles.scroll} label={t.regrets}>
        <table className={styles.table} aria-label={t.regrets}>
          <thead><tr><th scope="col">{t.prepared}</th>{told.scenarios.map((one) => <th key={one.scenario} scope="col">{one.name}</th>)}</tr></thead>
          <tbody>
            {told.scenarios.map((prepared) => (
              <tr key={prepared.scenario}>
                <th scope="row">{prepared.name}</th>
                {told.scenarios.map((comes) => {
                  const regret = at(prepared.scenario, comes.scenario);
                  const size = regret ? regret.short + regret.spare : 0;
                  return (
                    <td key={comes.scenario} className={styles.regret} style={{ '--heat': `${Math.round((size / most) * 100)}%` } as React.CSSProperties}>
                      {size < 0.05 || !regret ? <span className="k-mut">{t.right}</span> : <>{t.lacks(f.level(regret.short))}<small>{t.spare(f.level(regret.spare))}</small></>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

function RobustSkills({ told, skills, label: name }: { told: ScenarioComparison; skills: ScenarioComparison['skills']; label: string }) {
  const t = useTexts(robust);
  const f = useFormats();
  const label = useLabel();
  return (
    <Scrolled className={styles.scroll} label={name}>
      <table className={styles.table} aria-label={name}>
        <thead><tr><th scope="col">{t.skill}</th><th scope="col" className={styles.number}>{t.leastShort}</th>{told.scenarios.map((one) => <th key={one.scenario} scope="col" className={styles.number}>{one.name}</th>)}<th scope="col" className={styles.number}>{t.waitingShort}</th></tr></thead>
        <tbody>
          {skills.map((one) => (
            <tr key={one.skill}>
              <th scope="row"><Link to={to.skill(one.skill)}>{label(one.name)}</Link></th>
              <td className={styles.number}><b>{f.level(one.least)}</b></td>
              {one.shortage.map((short, i) => <td key={i} className={styles.number}>{short == null ? <span className="k-mut">{t.tooFew}</span> : f.level(short)}</td>)}
              <td className={styles.number}>{t.personYears(`+${f.level(Math.max(...one.waiting.map((years) => years ?? 0)))}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** First what is lacking whatever comes, then what hangs on which scenario that is. */
function Gaps({ told }: { told: ScenarioComparison }) {
  const t = useTexts(robust);
  const f = useFormats();
  const needed = told.skills.filter((one) => one.most >= 0.5);
  const always = needed.filter((one) => one.no_regret);
  const sometimes = needed.filter((one) => !one.no_regret);
  return (
    <>
      <section className="k-card k-flush">
        <div className={styles.head}><h2>{t.noRegretTitle}</h2><p className="k-s k-mut">{t.noRegretHelp}</p></div>
        {always.length > 0 ? <RobustSkills told={told} skills={always} label={t.noRegretTitle} /> : <Empty icon="check" title={t.none}>{t.noneHelp}</Empty>}
        {told.hidden_skills > 0 && <p className={`k-s k-mut ${styles.head}`}>{t.hidden(f.number(told.hidden_skills))}</p>}
      </section>
      {sometimes.length > 0 && (
        <section className="k-card k-flush">
          <div className={styles.head}><h2>{t.sometimesTitle}</h2><p className="k-s k-mut">{t.sometimesHelp}</p></div>
          <RobustSkills told={told} skills={sometimes} label={t.sometimesTitle} />
        </section>
      )}
    </>
  );
}

export function RobustPage() {
  const t = useTexts(robust);
  const f = useFormats();
  const actor = useActor();
  const { data } = useScenarios();
  const [chosen, setChosen] = useParam('scenarios');
  const [unit, setUnit] = useIdParam('unit');
  const all = data?.items ?? [];
  const ids = chosen ? chosen.split('.').map(Number).filter((id) => all.some((one) => one.id === id)) : all.slice(0, 6).map((one) => one.id);
  const asked = useComparison(ids, unit);
  const told = ids.length >= 2 ? asked.data : undefined;

  return (
    <Page title={t.title} crumb={told ? t.crumb(told.name || actor.organisation, f.day(told.horizon)) : actor.organisation} actions={<Button variant="default" component={Link} to={to.scenarios}>{t.bench}</Button>}>
      <div className={`${styles.choose} k-no-print`}>
        <Several label={t.choose} description={t.chooseHelp} value={ids} onChange={(next) => setChosen(next.slice(0, 6).join('.'))} options={all.map((one) => ({ value: String(one.id), label: one.name }))} />
        <UnitPicker label={t.unit} description={'\u00a0'} value={unit} onChange={setUnit} />
      </div>
      {data && ids.length < 2 ? (
        <div className="k-card"><Empty icon="table" title={t.few} action={<Button component={Link} to={to.scenarios}>{t.bench}</Button>}>{t.fewHelp}</Empty></div>
      ) : (
        <Answered asked={asked} bones={<><div className="k-card"><Bones rows={5} height={18} /></div><div className="k-card"><Bones rows={8} height={18} /></div></>}>
          {(answer) => <><SideBySide told={answer} /><Gaps told={answer} />{answer.skills.some((one) => one.everywhere) && <Regrets told={answer} />}</>}
        </Answered>
      )}
    </Page>
  );
}
