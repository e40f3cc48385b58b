// The catalogue of learning activities: searched and filtered by what one is after, a goal without learning included.
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useGoals } from '../api/queries';
import { can, useActor } from '../api/session';
import type { ActivityKind, ActivityRow } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { SkillPicker } from '../ui/pickers';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useIdParam, useParam } from '../ui/useParam';
import { activityKinds } from '../ui/words';
import { useActivities, useStarterActivities, useTakeStarters } from './api';
import { useCost } from './Money';
import styles from './learning.module.css';
import { learning } from './texts';

const taught = ['sv', 'en', 'fi', 'no', 'da', 'de', 'ar', 'pl'];

function Raises({ row }: { row: ActivityRow }) {
  const t = useTexts(learning);
  const f = useFormats();
  const label = useLabel();
  if (row.raises.length === 0) return <span className="k-mut">–</span>;
  return (
    <div className={styles.steps}>
      {row.raises.map((raise) => <span key={raise.skill}>{label(raise.skill_name)} {t.step(f.number(raise.from), f.number(raise.to))}</span>)}
    </div>
  );
}

function Goals({ row }: { row: ActivityRow }) {
  const t = useTexts(learning);
  return row.goals > 0 ? <>{t.goalsOf(row.goals)}</> : <span className="k-tag">{t.servesNone}</span>;
}

function Name({ row }: { row: ActivityRow }) {
  const t = useTexts(learning);
  const label = useLabel();
  const kinds = activityKinds[useLanguage()];
  const where = [row.place, row.online && t.remote].filter((one) => !!one).join(', ');
  return (
    <span className={styles.names}>
      <Link to={to.activity(row.id)}>{label(row.name)}</Link>
      <small>{[kinds[row.kind], row.provider, where].filter((one) => !!one).join(' · ')}</small>
    </span>
  );
}

function Rows({ rows, costs }: { rows: ActivityRow[]; costs: boolean }) {
  const t = useTexts(learning);
  const f = useFormats();
  const cost = useCost();
  const session = (row: ActivityRow) => (row.next_session ? f.dayShort(row.next_session) : t.noSession);
  return (
    <>
      <div className={styles.table}>
        <DataTable
          label={t.list}
          rows={rows}
          rowKey={(row) => row.id}
          sortable={false}
          columns={[
            { id: 'name', header: t.name, cell: ({ row }) => <Name row={row.original} /> },
            { id: 'raises', header: t.raises, cell: ({ row }) => <Raises row={row.original} /> },
            { id: 'hours', header: t.hours, cell: ({ row }) => f.decimal(row.original.hours), meta: { numeric: true } },
            ...(costs ? [{ id: 'cost', header: t.cost, cell: ({ row }: { row: { original: ActivityRow } }) => cost(row.original.cost), meta: { wide: true } }] : []),
            { id: 'next', header: t.next, cell: ({ row }) => session(row.original) },
            { id: 'goals', header: t.goals, cell: ({ row }) => <Goals row={row.original} /> },
          ]}
        />
      </div>
      <ul className={styles.cards} aria-label={t.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Name row={row} />
            <Raises row={row} />
            <span className={styles.line}>
              <span>{t.hoursOf(f.decimal(row.hours))}</span>
              {costs && <span>{cost(row.cost)}</span>}
              {row.next_session && <span>{f.dayShort(row.next_session)}</span>}
              <Goals row={row} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Starters({ many, plain }: { many: number; plain?: boolean }) {
  const t = useTexts(learning);
  const f = useFormats();
  const take = useTakeStarters();
  const button = <Button variant={plain ? 'default' : 'filled'} loading={take.isPending} onClick={() => take.mutate(undefined, { onSuccess: (done) => say(t.taken(f.number(done.added)), { tone: 'good' }) })}>{t.takeStarters(f.number(many))}</Button>;
  if (!plain) return button;
  return (
    <section className="k-card k-stack-s">
      <h2>{t.starters}</h2>
      <p className="k-mut">{t.startersHelp(f.number(many))}</p>
      <Refused error={take.error} />
      <div className="k-row">{button}</div>
    </section>
  );
}

export function ActivitiesPage() {
  const t = useTexts(learning);
  const f = useFormats();
  const label = useLabel();
  const kinds = activityKinds[useLanguage()];
  const actor = useActor();
  const edit = can(actor, 'edit_learning');
  const [query, setQuery] = useParam('q');
  const [skill, setSkill] = useIdParam('skill');
  const [kind, setKind] = useParam('kind');
  const [language, setLanguage] = useParam('language');
  const [goal, setGoal] = useIdParam('goal');
  const [serving, setServing] = useParam('serving');
  const [online, setOnline] = useParam('online');
  const [ahead, setAhead] = useParam('ahead');
  const [archived, setArchived] = useParam('archived');
  const [find, setFind] = useState(query ?? '');
  const [settled] = useDebouncedValue(find, 200);
  useEffect(() => {
    if (settled !== (query ?? '')) setQuery(settled);
  }, [settled, query, setQuery]);
  const none = serving === 'none';
  const asked = useActivities({
    query: query || undefined,
    skill,
    kind: kind as ActivityKind | undefined,
    language,
    goal,
    serving: none ? 'none' : undefined,
    online: online ? true : undefined,
    ahead: ahead ? true : undefined,
    archived: archived ? true : undefined,
  });
  const { data: goals } = useGoals();
  const { data: starters } = useStarterActivities(edit);
  const ways = useTableWays('/activities/export');
  const filtered = !!(query || skill || kind || language || goal || none || online || ahead || archived);
  const total = asked.data?.pages[0]?.total ?? 0;
  const bare = !!asked.data && total === 0 && !filtered;
  const lacking = starters?.length ?? 0;
  const clear = () => (setFind(''), [setQuery, setSkill, setKind, setLanguage, setGoal, setServing, setOnline, setAhead, setArchived].forEach((set) => set(null)));

  return (
    <Page
      title={archived ? t.archivedTitle : t.title}
      crumb={asked.data && t.crumb(f.number(total))}
      actions={
        <>
          {!bare && <ExportMenu ways={ways} />}
          {edit && <Button variant="default" component={Link} to={to.imports} leftSection={<Icon name="import" size={16} />}>{t.import}</Button>}
          {edit && <Button component={Link} to={to.newActivity} leftSection={<Icon name="plus" size={16} />}>{t.add}</Button>}
        </>
      }
    >
      {!bare && (
        <section className="k-card k-stack-s k-no-print" aria-label={t.filters}>
          <div className={styles.filters}>
            <TextInput label={t.find} leftSection={<Icon name="search" size={16} />} value={find} onChange={(event) => setFind(event.currentTarget.value)} />
            <SkillPicker label={t.skill} value={skill} onChange={setSkill} />
            <Select label={t.kind} clearable placeholder={t.everyKind} value={kind ?? null} onChange={setKind} data={Object.entries(kinds).map(([value, text]) => ({ value, label: text }))} />
            <Select label={t.language} clearable placeholder={t.everyLanguage} value={language ?? null} onChange={setLanguage} data={taught.map((code) => ({ value: code, label: f.languageName(code) }))} />
            <Select label={t.goal} searchable clearable placeholder={t.everyGoal} value={goal ? String(goal) : null} onChange={(value) => setGoal(value ? Number(value) : null)} data={(goals?.items ?? []).map((row) => ({ value: String(row.id), label: label(row.name) }))} />
          </div>
          <div className={styles.chips}>
            <Choice on={none} onClick={() => setServing(none ? null : 'none')}>{t.noGoal}</Choice>
            <Choice on={!!ahead} onClick={() => setAhead(ahead ? null : 1)}>{t.ahead}</Choice>
            <Choice on={!!online} onClick={() => setOnline(online ? null : 1)}>{t.online}</Choice>
            {edit && <Choice on={!!archived} onClick={() => setArchived(archived ? null : 1)}>{t.archived}</Choice>}
            {filtered && <Button variant="subtle" color="gray" size="compact-sm" onClick={clear}>{t.clear}</Button>}
          </div>
        </section>
      )}
      <section className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={10} /></div>}>
          {(data) =>
            total === 0 ? (
              filtered ? (
                <Empty icon="search" title={t.none} action={<Button variant="default" onClick={clear}>{t.clear}</Button>} />
              ) : (
                <Empty icon="book" title={t.empty} action={edit && <>{lacking > 0 && <Starters many={lacking} />}<Button variant="default" component={Link} to={to.newActivity}>{t.add}</Button></>}>{edit ? t.emptyHelp : t.emptyReader}</Empty>
              )
            ) : (
              <>
                <Rows rows={data.pages.flatMap((page) => page.items)} costs={can(actor, 'view_learning_costs')} />
                <More list={asked} />
              </>
            )
          }
        </Answered>
      </section>
      {edit && !bare && lacking > 0 && !filtered && <Starters many={lacking} plain />}
    </Page>
  );
}
