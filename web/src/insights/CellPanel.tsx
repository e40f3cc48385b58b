// What lies behind one cell: how many meet the requirement, which roles ask for it, and, where the reader may, who.
import { Link } from 'react-router';
import { hasRole, useActor } from '../api/session';
import type { Cell, Day, Figures, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { StateBar, StateTag } from '../ui/StateBar';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useCell } from './api';
import styles from './CellPanel.module.css';
import { insights } from './texts';

function Behind({ cell, max, reasonNeeded, onReason }: { cell: Cell; max: number; reasonNeeded: boolean; onReason: (reason: string) => void }) {
  const t = useTexts(insights);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const { sums } = cell;
  if (cell.hidden)
    return <Empty icon="eye" title={t.hiddenTitle}>{t.hiddenHelp}</Empty>;
  if (sums.requirements === 0)
    return <Empty icon="skills" title={t.notNeededTitle}>{t.notNeededHelp}</Empty>;
  const headline =
    sums.unknown === sums.requirements ? t.allUnknown(sums.requirements)
    : sums.gap > 0 ? t.belowOf(sums.gap, sums.requirements)
    : sums.met === sums.requirements ? t.allMeet(sums.requirements)
    : t.noneBelow(sums.requirements);
  return (
    <>
      <p className={styles.headline}>{headline}</p>
      <StateBar states={sums} legend />
      <div className={styles.facts}>
        {sums.weighted_gap != null && (
          <div className="k-fact"><span>{t.weightedGap}</span><span>{f.percent(sums.weighted_gap)}</span></div>
        )}
        {cell.bus_factor != null && (
          <div className="k-fact" title={t.busMeaning}><span>{t.busFactor}</span><span>{f.number(cell.bus_factor)}</span></div>
        )}
      </div>
      {cell.roles.length > 0 && (
        <section>
          <h3 className={styles.sub}>{t.requiredBy}</h3>
          {cell.roles.map((role) => (
            <div key={role.role} className="k-fact">
              <span><Link to={to.role(role.role)}>{label(role.name)}</Link> <span className="k-faint">{role.people}</span></span>
              <span>{t.levelOf(f.number(role.level))}</span>
            </div>
          ))}
        </section>
      )}
      {cell.people && cell.people.length > 0 ? (
        <section>
          <h3 className={styles.sub}>{t.showPeople}</h3>
          <ul>
            {cell.people.map((one) => (
              <li key={`${one.person}.${one.role}`} className={styles.person}>
                <span className="k-clip"><Link to={to.person(one.person)}>{one.name}</Link>{one.must && <span className="k-s k-mut"> · {w.must}</span>}</span>
                <StateTag state={one.state} />
                <div className={styles.bar}><LevelBar thin level={one.level} required={one.required} max={max} /></div>
              </li>
            ))}
          </ul>
        </section>
      ) : reasonNeeded ? (
        <details className={styles.reason}>
          <summary>{t.showPeople}</summary>
          <ReasonGate help={t.reasonHelp} onReason={onReason} small />
        </details>
      ) : (
        <p className="k-s k-faint">{t.peopleHidden}</p>
      )}
      <Link className="k-s" to={to.skill(cell.skill)}>{t.openSkill}</Link>
    </>
  );
}

export function CellPanel({ unit, skill, asOf, max = 5 }: { unit: Id; skill: Id; asOf?: Day; max?: number }) {
  const actor = useActor();
  const [reason, setReason] = useReason(actor.account);
  const asked = useCell({ unit, skill, as_of: asOf, reason });
  // HR sees people only for a reason that is kept.
  const reasonNeeded = !reason && hasRole(actor, 'hr');
  const label = useLabel();
  return (
    <Answered asked={asked} bones={<Bones rows={9} />}>
      {(cell) => (
        <div className="k-stack-s">
          <div>
            <div className="k-s k-mut">{cell.unit_name}</div>
            <h2 className={styles.skill}>{label(cell.name)}</h2>
          </div>
          <Behind cell={cell} max={max} reasonNeeded={reasonNeeded} onReason={setReason} />
        </div>
      )}
    </Answered>
  );
}

/** What the panel says before a cell is chosen: where to look first. */
export function FirstLook({ figures, onSelect }: { figures: Figures | undefined; onSelect: (skill: Id) => void }) {
  const t = useTexts(insights);
  const f = useFormats();
  const label = useLabel();
  return (
    <div className="k-stack-s">
      <h2>{t.pickTitle}</h2>
      <p className="k-s k-mut">{t.pickHelp}</p>
      {!figures && <Bones rows={6} />}
      {figures && figures.largest.length > 0 && (
        <section>
          <h3 className={styles.sub}>{t.largestTitle}</h3>
          {figures.largest.slice(0, 6).map((one) => (
            <button key={one.skill} type="button" className={styles.pick} onClick={() => onSelect(one.skill)}>
              <span className="k-clip">{label(one.name)}</span>
              <span className={styles.share}><i style={{ width: `${Math.min(100, one.share * 250)}%` }} /></span>
              <b>{f.percent(one.share)}</b>
            </button>
          ))}
        </section>
      )}
      {figures && figures.single_points.length > 0 && (
        <section>
          <h3 className={styles.sub}>{t.pointsTitle}</h3>
          {figures.single_points.slice(0, 6).map((one) => (
            <button key={one.skill} type="button" className={styles.pick} onClick={() => onSelect(one.skill)}>
              <span className="k-clip">{label(one.name)}</span>
              <span className="k-tag" data-tone={one.holders === 0 ? 'bad' : 'look'}>{one.holders === 0 ? t.pointsNobody : t.pointsOne}</span>
            </button>
          ))}
        </section>
      )}
    </div>
  );
}
