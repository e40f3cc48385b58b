// Who is given something, by age, with how sure that is; and what can have had no part in it.
import type { AgeBandRate } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Scrolled } from '../ui/Scrolled';
import { parts } from './partTexts';
import styles from './plans.module.css';

export function Fairness({ ages }: { ages: AgeBandRate[] }) {
  const t = useTexts(parts);
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
      {ages.length > 0 && (
        <Scrolled className={styles.scroll} label={t.fairness}>
          <table className={styles.table} aria-label={t.fairness}>
            <thead><tr><th scope="col">{t.ages}</th><th scope="col" className={styles.number}>{t.withGaps}</th><th scope="col" className={styles.number}>{t.rate}</th><th scope="col" data-wide>{t.interval}</th><th scope="col" className={styles.number} data-wide>{t.hoursEach}</th></tr></thead>
            <tbody>
              {ages.map((band) => {
                const { rate, low, high } = band;
                return (
                  <tr key={band.from}>
                    <th scope="row">{named(band)}</th>
                    {band.few || rate == null || low == null || high == null ? <td colSpan={4} className={styles.mutTd}>{t.few}</td> : (
                      <>
                        <td className={styles.number}>{band.people == null ? '–' : f.number(band.people)}</td>
                        <td className={styles.number}>{f.percent(rate)}<small>{t.between(f.percent(low), f.percent(high))}</small></td>
                        <td data-wide style={{ width: '38%' }}>
                          <div className={styles.whisker} role="img" aria-label={t.whiskerSays(named(band), f.percent(rate), f.percent(low), f.percent(high))}>
                            <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
                            <b style={{ left: `${rate * 100}%` }} />
                          </div>
                        </td>
                        <td className={styles.number} data-wide>{band.hours == null ? '–' : f.level(band.hours)}</td>
                      </>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolled>
      )}
    </>
  );
}
