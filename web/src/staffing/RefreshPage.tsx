// What needs renewing, and when? Certificates that lapse and levels whose evidence grows too old, by day.
import { useMemo } from 'react';
import { Link } from 'react-router';
import { can, hasRole, useActor } from '../api/session';
import type { Id, RefreshDue } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { today, useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useRefresh } from './api';
import { refresh } from './texts';

const spans = [90, 180, 365] as const;

function Due({ due }: { due: RefreshDue }) {
  const t = useTexts(refresh);
  const w = useTexts(words);
  const late = due.day < today();
  const tone = due.stays_sure && !due.must ? undefined : late ? 'bad' : 'look';
  const what = due.cause === 'certificate' ? (late ? t.lapsed : t.lapses) : late ? t.tooOld : t.growsOld;
  return (
    <>
      <span className="k-tag" data-tone={tone}>{what}</span>
      {due.must && <span className="k-s k-mut"> · {w.must}</span>}
      {due.stays_sure && <span className="k-s k-mut"> · {t.carried}</span>}
    </>
  );
}

function List({ query }: { query: { unit?: Id; overdue?: boolean; days?: number; reason?: string } }) {
  const t = useTexts(refresh);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const asked = useRefresh(query);
  const columns = useMemo<Columns<RefreshDue>>(
    () => [
      { id: 'day', header: t.lastDay, cell: ({ row }) => <span style={{ whiteSpace: 'nowrap' }}>{f.dayShort(row.original.day)}</span>, meta: { width: 120 } },
      { id: 'name', header: w.name, cell: ({ row: { original: one } }) => <Link to={to.person(one.person)}>{one.name}</Link> },
      { id: 'unit', header: w.unit, cell: ({ row }) => row.original.unit_name || '–', meta: { wide: true } },
      {
        id: 'skill',
        header: w.skill,
        cell: ({ row: { original: one } }) => (
          <>
            <Link to={to.skill(one.skill)}>{label(one.skill_name)}</Link>
            <div><Due due={one} /></div>
          </>
        ),
      },
      { id: 'level', header: t.levelNow, cell: ({ row: { original: one } }) => (one.level == null ? w.unknown : f.level(one.level)), meta: { numeric: true, wide: true } },
      { id: 'confidence', header: t.confidenceNow, cell: ({ row: { original: one } }) => (one.confidence == null ? '–' : f.decimal(one.confidence)), meta: { numeric: true, wide: true } },
    ],
    [t, w, f, label],
  );
  return (
    <div className="k-card k-flush">
      <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={10} height={18} /></div>}>
        {(data) => (
          <>
            <h2 aria-live="polite" style={{ padding: '12px 16px 4px' }}>{t.count(f.number(data.pages[0]?.total ?? 0))}</h2>
            <DataTable
              label={t.title}
              rows={data.pages.flatMap((page) => page.items)}
              columns={columns}
              rowKey={(one) => `${one.person}.${one.skill}.${one.cause}`}
              sortable={false}
              below={<More list={asked} />}
              empty={<Empty icon="check" title={t.none}>{query.overdue ? t.noneLateHelp : t.noneHelp}</Empty>}
            />
          </>
        )}
      </Answered>
    </div>
  );
}

export function RefreshPage() {
  const t = useTexts(refresh);
  const w = useTexts(words);
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  const [span, setSpan] = useParam('days');
  const [reason, setReason] = useReason(actor.account);
  const overdue = span === 'late';
  const days = spans.find((one) => String(one) === span) ?? 180;
  const query = { unit, reason, ...(overdue ? { overdue } : { days }) };
  const ways = useTableWays('/staffing/refresh/export', query);
  // HR sees people only for a reason that is kept.
  const reasonNeeded = !reason && hasRole(actor, 'hr');
  if (!can(actor, 'view_levels'))
    return <Page title={t.title} crumb={actor.organisation}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  return (
    <Page title={t.title} crumb={actor.organisation} actions={!reasonNeeded && <ExportMenu ways={ways} />}>
      <div className="k-row k-no-print">
        <UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={220} />
        <div className="k-row" role="group" aria-label={t.when}>
          <Choice on={overdue} onClick={() => setSpan('late')}>{t.late}</Choice>
          {spans.map((one) => <Choice key={one} on={!overdue && days === one} onClick={() => setSpan(one === 180 ? null : one)}>{t.within(Math.round(one / 30))}</Choice>)}
        </div>
      </div>
      {reasonNeeded ? <div className="k-card"><ReasonGate help={t.reason} onReason={setReason} /></div> : <List query={query} />}
      <p className="k-s k-faint">{t.help}</p>
    </Page>
  );
}
