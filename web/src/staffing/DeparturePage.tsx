// What if somebody leaves? Coverage before and after, and the skills that lose those who hold them up. Nothing is stored.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Cover, Departure, Id, SkillLost } from '../api/types';
import { Choice, Removable } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { PersonPicker } from '../ui/pickers';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useDeparture } from './api';
import { staffing } from './texts';
import { readPeople } from './wanted';

function Covered({ cover }: { cover: Cover }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const name = cover.name || t.all;
  if (cover.hidden || cover.coverage == null || cover.coverage_after == null) return <Figure label={name} value="–">{t.coverHidden}</Figure>;
  return (
    <Figure label={name} value={t.coverageAfter(f.percent(cover.coverage), f.percent(cover.coverage_after))}>
      {t.metAfter(f.number(cover.met), f.number(cover.met_after), f.number(cover.requirements))}
    </Figure>
  );
}

// Somebody whose role does not ask for the skill takes no coverage along.
function Fall({ before, after }: { before?: number | null; after?: number | null }) {
  const t = useTexts(staffing);
  const f = useFormats();
  if (before == null || after == null) return null;
  if (before === after) return <span className="k-mut">{f.percent(before)}</span>;
  return <span style={{ whiteSpace: 'nowrap' }}>{t.coverageAfter(f.percent(before), f.percent(after))}</span>;
}

function Lost({ departure }: { departure: Departure }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const label = useLabel();
  const columns = useMemo<Columns<SkillLost>>(
    () => [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => <Link to={to.skill(one.skill)}>{label(one.name)}</Link> },
      {
        id: 'left',
        header: () => <span title={t.holdersMeaning}>{t.after}</span>,
        cell: ({ row: { original: one } }) =>
          one.hidden ? <span className="k-s k-mut">{t.hiddenFew}</span>
          : one.holders === one.holders_after ? <span className="k-s k-mut">{t.left(f.number(one.holders_after))}</span>
          : <span className="k-tag" data-tone={one.holders_after === 0 ? 'bad' : one.holders_after === 1 ? 'look' : undefined}>{one.holders_after === 0 ? t.gone : one.holders_after === 1 ? t.oneLeft : t.left(f.number(one.holders_after))}</span>,
      },
      { id: 'before', header: t.before, cell: ({ row: { original: one } }) => (one.hidden ? '' : f.number(one.holders)), meta: { numeric: true, wide: true } },
      { id: 'required', header: t.level, cell: ({ row: { original: one } }) => (one.hidden ? '' : f.number(one.required)), meta: { numeric: true, wide: true } },
      { id: 'coverage', header: t.coverage, cell: ({ row: { original: one } }) => <Fall before={one.coverage} after={one.coverage_after} />, meta: { numeric: true } },
    ],
    [t, f, label],
  );
  return <DataTable label={t.lostTitle} rows={departure.skills} columns={columns} rowKey={(one) => one.skill} sortable={false} empty={<Empty icon="check" title={t.lostNone}>{t.lostNoneHelp}</Empty>} />;
}

function Shown({ departure, unit, onUnit }: { departure: Departure; unit: Id | undefined; onUnit: (unit: Id | null) => void }) {
  const t = useTexts(staffing);
  const whole = departure.covers.find((cover) => !cover.unit);
  const parts = departure.covers.filter((cover) => cover.unit);
  return (
    <>
      {departure.covers.length > 0 && <div className="k-figures">{departure.covers.map((cover) => <Covered key={cover.unit ?? 0} cover={cover} />)}</div>}
      <section className="k-card k-flush">
        <div className="k-row" style={{ padding: '12px 16px' }}>
          <h2>{t.lostTitle}</h2>
          <span className="k-grow" />
          {parts.length > 0 && whole && (
            <div className="k-row k-no-print" role="group" aria-label={t.partLabel}>
              <Choice on={!unit} onClick={() => onUnit(null)}>{whole.name || t.all}</Choice>
              {parts.map((cover) => <Choice key={cover.unit} on={unit === cover.unit} onClick={() => onUnit(cover.unit ?? null)}>{cover.name}</Choice>)}
            </div>
          )}
        </div>
        <Lost departure={departure} />
        <p className="k-s k-faint" style={{ padding: '10px 16px' }}>{t.vacant}</p>
      </section>
    </>
  );
}

export function DeparturePage() {
  const t = useTexts(staffing);
  const w = useTexts(words);
  const actor = useActor();
  const [written, setWritten] = useParam('people');
  const [unit, setUnit] = useIdParam('unit');
  const [reason, setReason] = useReason(actor.account);
  const people = useMemo(() => readPeople(written), [written]);
  const asked = useDeparture({ person: people, unit, reason });
  const setPeople = (ids: Id[]) => setWritten(ids.join('.'));
  const leaving = people.length > 0 ? asked.data?.people : undefined;
  const title = !leaving ? t.leaveTitle : leaving.length === 1 ? t.leaveTitleOne(leaving[0]?.name ?? '') : t.leaveTitleMany(leaving.length);
  const reasonNeeded = isRefusal(asked.error) && asked.error.code === 'access.reason_needed';
  if (!can(actor, 'view_levels'))
    return <Page title={t.leaveTitle} crumb={t.leaveCrumb}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  return (
    <Page title={title} crumb={t.leaveCrumb}>
      <div className="k-row k-no-print">
        {leaving?.map((one) => <Removable key={one.person} label={`${w.remove}: ${one.name}`} onRemove={() => setPeople(people.filter((id) => id !== one.person))}>{one.name} · {one.unit_name}</Removable>)}
        <PersonPicker aria-label={t.addPerson} placeholder={t.addPerson} value={null} onChange={(person) => person && setPeople([...people, person])} w={260} />
        {!!asked.error && !reasonNeeded && <Button variant="subtle" onClick={() => setPeople([])}>{t.startOver}</Button>}
      </div>
      {people.length === 0 ? (
        <div className="k-card"><Empty icon="people" title={t.leaveStart}>{t.leaveStartHelp}</Empty></div>
      ) : reasonNeeded ? (
        <div className="k-card"><ReasonGate help={t.leaveReason} onReason={setReason} /></div>
      ) : (
        <Answered asked={asked} bones={<><div className="k-figures"><Figure label=" " value="" waiting /><Figure label=" " value="" waiting /></div><div className="k-card"><Bones rows={8} height={18} /></div></>}>
          {(departure) => <Shown departure={departure} unit={unit} onUnit={setUnit} />}
        </Answered>
      )}
    </Page>
  );
}
