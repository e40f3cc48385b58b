// What has moved since an earlier round, and how far people and managers are apart: by skill of a unit, or by unit of a
// skill.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { download } from '../api/client';
import type { ComparedRow, Id, Movement } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useComparison } from './api';
import styles from './rounds.module.css';
import { rounds } from './texts';

const movedBy = { self: 'movedSelf', manager: 'movedManager', peer: 'movedPeer', assessor: 'movedAssessor' } as const;

function Moved({ moved }: { moved: Movement }) {
  const t = useTexts(rounds);
  const f = useFormats();
  if (moved.hidden) return <td className={styles.number}><span className="k-tag k-hidden">{t.few}</span></td>;
  if (moved.mean == null) return <td className={`${styles.number} k-faint`}>–</td>;
  const mean = `${moved.mean > 0 ? '+' : ''}${f.decimal(moved.mean).replace('-', '−')}`;
  return (
    <td className={styles.number}>
      <span className={moved.mean > 0 ? styles.up : moved.mean < 0 ? styles.down : undefined}>{mean}</span>
      <small>{t.people(f.number(moved.people))}</small>
    </td>
  );
}

export function Comparison({ round }: { round: Id }) {
  const t = useTexts(rounds);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const [before, setBefore] = useState<Id | undefined>();
  const [unit, setUnit] = useState<Id | undefined>();
  const [skill, setSkill] = useState<Id | undefined>();
  // Without a choice of either, the topmost unit.
  const ofUnit = useComparison(round, { before, unit });
  const ofSkill = useComparison(round, { before, skill }, skill !== undefined);
  const asked = skill === undefined ? ofUnit : ofSkill;
  const depths = new Map(ofUnit.data?.units.map((one) => [one.id, one.depth]));
  const top = ofUnit.data?.units[0]?.depth ?? 0;
  // The same columns, whichever unit or skill is looked at.
  const voices = ofUnit.data?.voices ?? [];
  const byName = (rows: ComparedRow[]) => [...rows].sort((a, b) => f.compare(label(a.skill_name), label(b.skill_name)));
  return (
    <section className="k-card k-stack-s">
      <div className="k-row"><h2 className="k-grow">{t.compare}</h2><Button size="compact-sm" variant="default" component="a" download href={download(`/rounds/${round}/comparison/export`, { before })} leftSection={<Icon name="export" size={15} />}>{w.exportCsv}</Button></div>
      <Answered asked={asked} bones={<Bones rows={8} />}>
        {(told) =>
          told.items.length === 0 ? (
            <Empty icon="info" title={t.compareEmpty}>{t.compareEmptyHelp}</Empty>
          ) : (
            <>
              <p className="k-s k-mut">{told.before ? t.compareHelp : t.first}{voices.some((voice) => voice === 'peer' || voice === 'assessor') && ` ${t.severalHelp}`}</p>
              <div className={styles.choices}>
                {told.before && <Select label={t.since} allowDeselect={false} value={String(before ?? told.before.id)} onChange={(value) => value && setBefore(Number(value))} data={told.others.map((one) => ({ value: String(one.id), label: `${one.name} (${f.dayShort(one.opens)})` }))} />}
                <Select label={w.unit} searchable value={skill ? null : String(unit ?? told.units[0]?.id ?? '')} placeholder={t.everybody} onChange={(value) => (setUnit(value ? Number(value) : undefined), setSkill(undefined))} data={told.units.map((one) => ({ value: String(one.id), label: `${'\u2007'.repeat((one.depth - top) * 2)}${one.name}` }))} />
                <Select label={w.skill} searchable clearable value={skill ? String(skill) : null} placeholder={w.all} onChange={(value) => setSkill(value ? Number(value) : undefined)} data={byName(ofUnit.data?.items ?? []).map((row) => ({ value: String(row.skill), label: label(row.skill_name) }))} />
              </div>
              <div className={styles.scroll}>
                <table className={styles.table} aria-label={t.compare}>
                  <thead>
                    <tr>
                      <th scope="col">{skill ? w.unit : w.skill}</th>
                      {voices.map((voice) => <th key={voice} scope="col" className={styles.number}>{t[movedBy[voice]]}</th>)}
                      <th scope="col" className={styles.number}>{t.apart}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {(skill ? told.items : byName(told.items)).map((row) => (
                      <tr key={`${row.unit}.${row.skill}`}>
                        <th scope="row" style={skill ? { paddingLeft: 12 + ((depths.get(row.unit) ?? 0) - top) * 16 } : undefined}>
                          {skill ? row.unit_name : <button type="button" className={styles.link} onClick={() => setSkill(row.skill)}>{label(row.skill_name)}</button>}
                        </th>
                        {voices.map((voice) => <Moved key={voice} moved={row[voice]} />)}
                        <Moved moved={row.apart} />
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Answered>
    </section>
  );
}
