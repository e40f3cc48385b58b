// Which assessments would tell most about the gaps, of the people this actor sees one by one.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { hasRole, useActor } from '../api/session';
import type { NextAssessment } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { SkillPicker, UnitPicker } from '../ui/pickers';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useNextAssessments } from './api';
import { next } from './nextTexts';

const step = 20;
const most = 200;

function List({ unit, skill, reason }: { unit?: number; skill?: number; reason?: string }) {
  const t = useTexts(next);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const [limit, setLimit] = useState(step);
  const asked = useNextAssessments({ unit, skill, limit, reason });
  const columns = useMemo<Columns<NextAssessment>>(
    () => [
      { id: 'person', header: t.person, cell: ({ row: { original: one } }) => <><Link to={to.personSkill(one.person, one.skill)}>{one.name}</Link><br /><span className="k-s k-mut">{one.unit_name}</span></> },
      { id: 'skill', header: w.skill, cell: ({ row: { original: one } }) => <>{label(one.skill_name)}{one.must && <span className="k-s k-mut"> · {w.must}</span>}</> },
      {
        id: 'level',
        header: t.level,
        cell: ({ row: { original: one } }) => (
          <>
            <LevelBar thin level={one.level} uncertainty={one.level == null ? undefined : one.uncertainty} required={one.required} max={one.scale_max} />
            <span className="k-s k-mut">{one.level == null ? t.unknownOf(f.number(one.required)) : t.of(f.level(one.level), f.level(one.uncertainty), f.number(one.required))}</span>
          </>
        ),
        meta: { width: '26%' },
      },
      { id: 'value', header: t.value, cell: ({ row }) => f.decimal(row.original.value), meta: { numeric: true, wide: true } },
      { id: 'share', header: t.share, cell: ({ row }) => f.percent(row.original.share), meta: { numeric: true } },
    ],
    [t, w, f, label],
  );
  const narrowed = unit !== undefined || skill !== undefined;
  return (
    <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} height={20} /></div>}>
      {(found) =>
        found.items.length === 0 ? (
          <div className="k-card"><Empty icon="check" title={narrowed ? t.noneHere : t.none}>{narrowed ? t.noneHereHelp : t.noneHelp}</Empty></div>
        ) : (
          <>
            <p className="k-mut">{t.intro(found.items.length, f.number(found.count), f.percent(found.items.reduce((sum, one) => sum + one.share, 0)))}</p>
            <div className="k-card k-flush">
              <DataTable label={t.title} rows={found.items} columns={columns} rowKey={(one) => `${one.person}.${one.skill}`} sortable={false} />
            </div>
            {found.count > limit && limit < most && <div><Button variant="default" loading={asked.isFetching} onClick={() => setLimit((now) => Math.min(most, now + step))}>{t.more(Math.min(step, found.count - limit))}</Button></div>}
            <details className="k-how">
              <summary>{t.how}</summary>
              <p>{t.explain}</p>
              <code>{t.formula(f.decimal(found.source_weight))}</code>
            </details>
          </>
        )
      }
    </Answered>
  );
}

export function NextPage() {
  const t = useTexts(next);
  const w = useTexts(words);
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  const [skill, setSkill] = useIdParam('skill');
  const [reason, setReason] = useReason(actor.account);
  // HR sees people only for a reason that is kept.
  const reasonNeeded = !reason && hasRole(actor, 'hr');
  return (
    <Page title={t.title} crumb={t.crumb}>
      {reasonNeeded ? (
        <div className="k-card"><ReasonGate help={t.reasonHelp} onReason={setReason} /></div>
      ) : (
        <>
          <div className="k-row k-no-print">
            <UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={220} />
            <SkillPicker aria-label={w.skill} placeholder={w.skill} value={skill} onChange={setSkill} w={260} />
          </div>
          <List key={`${unit}.${skill}`} unit={unit} skill={skill} reason={reason} />
        </>
      )}
    </Page>
  );
}
