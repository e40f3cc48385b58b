// Who can do all of this? The question in the address, the people one may see, and what each level rests on.
import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCatalogue } from '../api/queries';
import { can, hasRole, useActor } from '../api/session';
import type { FoundLevel, FoundPerson, Id } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { queryOf, useFoundPeople } from './api';
import styles from './FindPage.module.css';
import { staffing } from './texts';
import { useFindFilters, type FindFilters } from './useFindFilters';
import { Wanted } from './Wanted';

/** What a level rests on; put in by the app, which knows the assessments. */
type Explained = (person: Id, skill: Id, reason?: string) => ReactNode;

function Level({ held, wanted, name, skill, onOpen }: { held: FoundLevel; wanted: number; name: string; skill: string; onOpen?: () => void }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const shown = (
    <>
      <LevelBar thin level={held.level} uncertainty={held.uncertainty} required={wanted} max={5} />
      <b>{f.level(held.level)} <span className="k-s k-mut">{t.plusMinus(f.level(held.uncertainty))}</span></b>
      <span className={styles.tags}>
        {!held.sure && <span className="k-tag" data-tone="info">{t.unsure}</span>}
        {held.conflict && <span className="k-tag" data-tone="look">{t.conflict}</span>}
      </span>
    </>
  );
  if (!onOpen) return <div className={styles.level}>{shown}</div>;
  return (
    <button type="button" className={styles.level} onClick={onOpen} title={t.whyLevel(name, skill)}>
      {shown}
      <span className="k-unseen">{t.whyLevel(name, skill)}</span>
    </button>
  );
}

function Found({ filters, reason, explained }: { filters: FindFilters; reason?: string; explained: Explained }) {
  const t = useTexts(staffing);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [open, setOpen] = useState<{ person: FoundPerson; skill: Id } | null>(null);
  const asked = useFoundPeople(filters, reason, true);
  const nameOf = useMemo(() => {
    const names = new Map(catalogue?.items.map((skill) => [skill.id, label(skill.name)]));
    return (skill: Id) => names.get(skill) ?? '…';
  }, [catalogue, label]);

  const columns = useMemo<Columns<FoundPerson>>(
    () => [
      {
        id: 'choose',
        header: () => <span className="k-unseen">{t.chosen}</span>,
        meta: { width: 24 },
        cell: ({ row: { original: one } }) => !one.by_consent && (
          <Checkbox
            size="xs"
            aria-label={t.choose(one.name)}
            checked={chosen.has(one.person)}
            onChange={() =>
              setChosen((before) => {
                const next = new Set(before);
                if (!next.delete(one.person)) next.add(one.person);
                return next;
              })
            }
          />
        ),
      },
      { id: 'name', header: w.name, cell: ({ row: { original: one } }) => (one.by_consent ? <>{one.name} <span className="k-tag" data-tone="info" title={t.byConsentHelp}>{t.byConsent}</span></> : <Link to={to.person(one.person)}>{one.name}</Link>) },
      { id: 'unit', header: w.unit, cell: ({ row: { original: one } }) => <>{one.unit_name || '–'}{one.place && <span className="k-s k-mut"> · {one.place}</span>}</>, meta: { wide: true } },
      ...filters.skills.map(({ skill, level }, i) => ({
        id: `skill${skill}`,
        header: nameOf(skill),
        cell: ({ row: { original: one } }: { row: { original: FoundPerson } }) => {
          const held = one.levels[i];
          return held && <Level held={held} wanted={level} name={one.name} skill={nameOf(skill)} onOpen={one.by_consent ? undefined : () => setOpen({ person: one, skill })} />;
        },
      })),
    ],
    [t, w, filters.skills, nameOf, chosen],
  );

  return (
    <div className="k-card k-flush">
      <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} height={18} /></div>}>
        {(data) => {
          const total = data.pages[0]?.total ?? 0;
          return (
            <>
              <div className={styles.head}>
                <h2 aria-live="polite">{t.found(total, f.number(total))}</h2>
                <span className="k-grow" />
                {chosen.size > 0 && <Button size="compact-sm" variant="default" component={Link} to={to.departure([...chosen])}>{t.tryLeave}</Button>}
              </div>
              <DataTable
                label={t.findTitle}
                rows={data.pages.flatMap((page) => page.items)}
                columns={columns}
                rowKey={(one) => one.person}
                sortable={false}
                below={<More list={asked} />}
                empty={<Empty icon="people" title={t.nobodyTitle}>{t.nobodyHelp}{filters.sure && ` ${t.nobodySure}`}</Empty>}
              />
              <p className={`k-s k-faint ${styles.note}`}>{t.onlySeen}</p>
            </>
          );
        }}
      </Answered>
      <Side title={open ? `${open.person.name} · ${nameOf(open.skill)}` : ''} open={open !== null} onClose={() => setOpen(null)}>
        {open && explained(open.person.person, open.skill, reason)}
      </Side>
    </div>
  );
}

export function FindPage({ explained }: { explained: Explained }) {
  const t = useTexts(staffing);
  const w = useTexts(words);
  const actor = useActor();
  const filters = useFindFilters();
  const [reason, setReason] = useReason(actor.account);
  const { skills } = filters;
  const asking = skills.length > 0;
  // HR sees people only for a reason that is kept.
  const reasonNeeded = !reason && hasRole(actor, 'hr');
  const ways = useTableWays('/staffing/people/export', queryOf(filters, reason));
  if (!can(actor, 'view_levels'))
    return <Page title={t.findTitle} crumb={actor.organisation}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  return (
    <Page title={t.findTitle} crumb={actor.organisation} actions={asking && !reasonNeeded && <ExportMenu ways={ways} />}>
      <Wanted filters={filters} />
      {!asking ? (
        <div className="k-card"><Empty icon="search" title={t.startTitle}>{t.startHelp}</Empty></div>
      ) : reasonNeeded ? (
        <div className="k-card"><ReasonGate help={t.foundReason} onReason={setReason} /></div>
      ) : (
        <Found filters={filters} reason={reason} explained={explained} />
      )}
    </Page>
  );
}
