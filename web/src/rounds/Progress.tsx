// How far each unit has come: asked, begun, done, by who answers. A unit opens into those below it.
import { useState } from 'react';
import type { Id, UnitProgress } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Answered, Bones } from '../ui/states';
import { words } from '../ui/words';
import { useProgress } from './api';
import { Far } from './Far';
import styles from './rounds.module.css';
import { rounds, voiceNames } from './texts';

export function Progress({ round }: { round: Id }) {
  const t = useTexts(rounds);
  const w = useTexts(words);
  const f = useFormats();
  const names = voiceNames[useLanguage()];
  const [unit, setUnit] = useState<Id | undefined>();
  const asked = useProgress(round, unit);
  const sum = (unit: UnitProgress, voice: string) => unit.voices.find((one) => one.voice === voice);
  return (
    <section className="k-card k-flush">
      <h2 style={{ padding: '16px 16px 6px' }}>{t.progress}</h2>
      <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} /></div>}>
        {(far) => {
          const top = Math.min(...far.units.map((unit) => unit.depth));
          return (
            <div className={styles.scroll}>
              <table className={styles.table} aria-label={t.progress}>
                <thead><tr><th scope="col">{w.unit}</th>{far.voices.map((one) => <th key={one.voice} scope="col">{names[one.voice]}</th>)}</tr></thead>
                <tbody>
                  {far.units.map((unit, i) => (
                    <tr key={unit.unit}>
                      <th scope="row" style={{ paddingLeft: 12 + (unit.depth - top) * 16 }}>
                        {i === 0 && unit.parent != null ? (
                          <button type="button" className={styles.link} aria-label={t.up} onClick={() => setUnit(unit.parent ?? undefined)}><Icon name="up" size={13} /> {unit.name}</button>
                        ) : unit.opens && i > 0 ? (
                          <button type="button" className={styles.link} onClick={() => setUnit(unit.unit)}>{unit.name}</button>
                        ) : (
                          unit.name
                        )}
                      </th>
                      {far.voices.map(({ voice }) => {
                        const one = sum(unit, voice);
                        if (!one) return <td key={voice} className="k-mut">–</td>;
                        const said = t.figure(f.number(one.done), f.number(one.cases), f.number(one.begun));
                        return (
                          <td key={voice} className={styles.sum}>
                            <div title={said}>
                              <Far part={one.done} begun={one.begun} whole={one.cases} label={said} />
                              <span aria-hidden="true">{t.doneOf(f.number(one.done), f.number(one.cases))}</span>
                            </div>
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Answered>
    </section>
  );
}
