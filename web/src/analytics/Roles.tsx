// Which roles are near a role: how much of what is required is brought along, what is lacking, and how each share came
// about.
import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { AdjacentDirection, AdjacentRole, AdjacentRoles, Id } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { RolePicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import { words } from '../ui/words';
import styles from './analytics.module.css';
import { useAdjacentRoles, useFirstRole, useReachers, useTransfer } from './api';
import { analytics } from './texts';

const mostNear = 15;
const fewestNear = 5;
const leastNear = 0.2;

export function Share({ value, low }: { value: number; low?: boolean }) {
  const f = useFormats();
  return (
    <span className={styles.share}>
      <b>{f.percent(value)}</b>
      <span className={styles.track} data-low={low}><i style={{ width: `${value * 100}%` }} /></span>
    </span>
  );
}

function People({ from, other }: { from: Id; other: Id }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const may = can(useActor(), 'view_aggregates');
  const { data } = useReachers(from, other, may);
  if (!may || !data) return null;
  return (
    <section className="k-card">
      <h2>{t.reach}</h2>
      <p className="k-s">{data.hidden ? t.reachHidden : data.people === 0 ? t.reachNobody : t.reaching(f.number(data.reaching), f.number(data.people))}</p>
      {!data.hidden && data.unknown > 0 && <p className="k-s k-mut">{t.unknowns(f.number(data.unknown))}</p>}
    </section>
  );
}

function Transfer({ from, other }: { from: Id; other: Id }) {
  const t = useTexts(analytics);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const asked = useTransfer(from, other);
  return (
    <Answered asked={asked} bones={<Bones rows={8} />}>
      {(told) => (
        <div className="k-stack">
          <p>{t.sum(f.decimal(told.counted), f.decimal(told.of), f.percent(told.transferability))} {told.suggested && <span className="k-tag" data-tone="good" title={t.suggestedHelp}>{t.suggested}</span>}</p>
          <People from={from} other={other} />
          <div>
            {told.parts.map((part) => (
              <div key={part.skill} className={styles.part}>
                <div>
                  <span><Link to={to.skill(part.skill)}>{label(part.name)}</Link>{part.must && <> <span className="k-tag">{w.must}</span></>}</span>
                  <b>{f.decimal(part.brought)} / {f.number(part.required)}</b>
                </div>
                <div className="k-s k-mut">
                  <span>{part.neighbour ? t.through(label(part.neighbour.name), f.decimal(part.neighbour_level ?? 0), f.decimal(part.neighbour.likeness)) : part.own == null ? t.none : t.own}</span>
                  <span>{t.weight(f.number(part.weight))}: {f.decimal(part.counted)} / {f.decimal(part.of)}</span>
                </div>
              </div>
            ))}
          </div>
        </div>
      )}
    </Answered>
  );
}

function Near({ told, onOpen }: { told: AdjacentRoles; onOpen: (other: Id) => void }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const [every, setEvery] = useState(false);
  // Far roles say little: they are there when asked for.
  const near = told.items.filter((one, i) => i < mostNear && (one.similarity >= leastNear || i < fewestNear));
  const rows = every ? told.items : near;
  const columns = useMemo<Columns<AdjacentRole>>(
    () => [
      { id: 'role', header: t.role, cell: ({ row: { original: one } }) => <button type="button" className={styles.press} onClick={() => onOpen(one.role)}>{label(one.name)}</button> },
      { id: 'share', header: t.carries, cell: ({ row: { original: one } }) => <Share value={one.transferability} low={!one.suggested} /> },
      { id: 'alike', header: t.alike, cell: ({ row: { original: one } }) => f.percent(one.similarity), meta: { numeric: true, wide: true } },
      {
        id: 'reskill',
        header: '',
        cell: ({ row: { original: one } }) => (
          <>
            {one.suggested && <span className="k-tag" data-tone="good" title={t.suggestedHelp}>{t.suggested}</span>} {one.musts > 0 && <span className="k-tag" data-tone="look">{t.musts(one.musts, f.number(one.musts))}</span>}
          </>
        ),
        meta: { wide: true },
      },
      {
        id: 'lacking',
        header: t.lacks,
        cell: ({ row: { original: one } }) => <span className="k-s">{one.lacking.length === 0 ? t.nothingLacks : one.lacking.map((lack) => `${label(lack.name)} ${f.decimal(lack.brought)} → ${f.number(lack.required)}`).join(', ')}</span>,
        meta: { wide: true },
      },
    ],
    [t, f, label, onOpen],
  );
  return (
    <div className="k-card k-flush">
      <DataTable label={t.rolesTitle} rows={rows} columns={columns} rowKey={(one) => one.role} sortable={false} onRow={(one) => onOpen(one.role)}
        below={near.length < told.items.length && !every && <p style={{ padding: 12 }}><Button variant="subtle" size="compact-sm" onClick={() => setEvery(true)}>{t.showAll(f.number(told.items.length))}</Button></p>}
        empty={<Empty icon="roles" title={t.alone}>{t.aloneHelp}</Empty>} />
    </div>
  );
}

export function Roles({ tabs }: { tabs: ReactNode }) {
  const t = useTexts(analytics);
  const label = useLabel();
  const actor = useActor();
  const [chosen, setRole] = useIdParam('role');
  const first = useFirstRole(actor.person);
  const role = chosen ?? first ?? undefined;
  const [other, setOther] = useIdParam('other');
  const [way, setWay] = useParam('direction');
  const direction: AdjacentDirection = way === 'towards' ? 'towards' : 'from';
  const asked = useAdjacentRoles(role, direction);
  const ways = useTableWays(`/analytics/roles/${role ?? 0}/adjacent/export`, { direction });
  const [from, until] = direction === 'from' ? [role, other] : [other, role];
  const name = (id: Id) => label(asked.data?.items.find((one) => one.role === id)?.name);
  const between = asked.data && other ? (direction === 'from' ? t.between(label(asked.data.name), name(other)) : t.between(name(other), label(asked.data.name))) : '';
  return (
    <Page title={t.rolesTitle} crumb={actor.organisation} actions={role && <ExportMenu ways={ways} />}>
      {tabs}
      <div className="k-row k-no-print">
        <RolePicker aria-label={t.chooseRole} placeholder={t.chooseRole} value={role} onChange={(id) => setRole(id)} w={260} />
        {role && (
          <div className="k-row" role="group" aria-label={t.direction}>
            <Choice on={direction === 'from'} onClick={() => setWay(null)}>{t.from}</Choice>
            <Choice on={direction === 'towards'} onClick={() => setWay('towards')}>{t.towards}</Choice>
          </div>
        )}
      </div>
      {role === undefined ? (
        <div className="k-card">{first === null ? <Bones rows={10} height={18} /> : <Empty icon="roles" title={t.noProfiles}>{t.aloneHelp}</Empty>}</div>
      ) : (
        <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} height={18} /></div>}>
          {(told) => (
            <>
              <div className="k-row"><p className="k-mut">{direction === 'from' ? t.fromSays(label(told.name)) : t.towardsSays(label(told.name))}</p><Link to={to.role(role)}>{t.toRole}</Link></div>
              <Near told={told} onOpen={setOther} />
              <details className="k-how"><summary>{t.how}</summary><p>{t.howText}</p></details>
            </>
          )}
        </Answered>
      )}
      <Side title={between} open={from !== undefined && until !== undefined} onClose={() => setOther(null)} size="lg">
        {from !== undefined && until !== undefined && <Transfer from={from} other={until} />}
      </Side>
    </Page>
  );
}
