// Who is given something, by age and by gender, with how sure that is; and what can have had no part in it.
import type { AgeBandRate, GenderRate, SelectionRate } from '../api/types';
import { genders as genderWords } from '../people/genders';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Scrolled } from '../ui/Scrolled';
import { parts } from './partTexts';
import styles from './plans.module.css';

interface Row {
  key: string;
  name: string;
  of: SelectionRate;
}

function Rates({ title, first, rows }: { title: string; first: string; rows: Row[] }) {
  const t = useTexts(parts);
  const f = useFormats();
  return (
    <Scrolled className={styles.scroll} label={title}>
      <table className={styles.table} aria-label={title}>
        <thead><tr><th scope="col" style={{ width: '18%' }}>{first}</th><th scope="col" className={styles.number}>{t.withGaps}</th><th scope="col" className={styles.number}>{t.rate}</th><th scope="col" data-wide>{t.interval}</th><th scope="col" className={styles.number} data-wide>{t.hoursEach}</th></tr></thead>
        <tbody>
          {rows.map(({ key, name, of: { few, people, rate, low, high, hours } }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {few || rate == null || low == null || high == null ? <td colSpan={4} className={styles.mutTd}>{t.few}</td> : (
                <>
                  <td className={styles.number}>{people == null ? '–' : f.number(people)}</td>
                  <td className={styles.number}>{f.percent(rate)}<small>{t.between(f.percent(low), f.percent(high))}</small></td>
                  <td data-wide style={{ width: '38%' }}>
                    <div className={styles.whisker} role="img" aria-label={t.whiskerSays(name, f.percent(rate), f.percent(low), f.percent(high))}>
                      <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
                      <b style={{ left: `${rate * 100}%` }} />
                    </div>
                  </td>
                  <td className={styles.number} data-wide>{hours == null ? '–' : f.level(hours)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

export function Fairness({ ages, genders }: { ages: AgeBandRate[]; genders: GenderRate[] }) {
  const t = useTexts(parts);
  const g = useTexts(genderWords);
  const f = useFormats();
  const named = ({ from, to }: AgeBandRate) => (to == null ? t.ageOver(f.number(from)) : from === 0 ? t.ageUnder(f.number(to)) : t.ageOf(f.number(from), f.number(to)));
  return (
    <>
      <div className={`k-stack-s ${styles.pad}`}>
        <h3>{t.fairTitle}</h3>
        <p className="k-s k-mut">{t.fairHelp}</p>
        <p className="k-s k-mut">{t.fairNever}</p>
        {ages.length === 0 && <p>{t.fairNone}</p>}
      </div>
      {ages.length > 0 && <Rates title={t.byAge} first={t.ages} rows={ages.map((one) => ({ key: String(one.from), name: named(one), of: one }))} />}
      {genders.length > 0 && <Rates title={t.byGender} first={t.gender} rows={genders.map((one) => ({ key: one.gender, name: g[one.gender], of: one }))} />}
      {ages.length > 0 && genders.length === 0 && <p className={`k-s k-mut ${styles.pad}`}>{t.genderNone}</p>}
    </>
  );
}
