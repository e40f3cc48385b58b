// Plans of learning: which there are, how far they have come, what they close; and a new one.
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { can, leads, useActor } from '../api/session';
import type { PlanFrame, PlanRow } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { DayField } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { words } from '../ui/words';
import { useAddPlan, usePlans } from './api';
import { hundredths, kronor } from './drawn';
import styles from './plans.module.css';
import { useSayings } from './said';
import { Share } from './Share';
import { StateTag } from './StateTag';
import { plans } from './texts';

function NewPlanForm({ usual, onClose }: { usual: PlanFrame; onClose: () => void }) {
  const t = useTexts(plans);
  const w = useTexts(words);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [budget, setBudget] = useState<number | string>(kronor(usual.budget));
  const [starts, setStarts] = useState(usual.starts);
  const add = useAddPlan();
  const field = (pointer: string) => (isRefusal(add.error) ? add.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ name, frame: { ...usual, starts, budget: hundredths(budget) } }, { onSuccess: (made) => void navigate(to.plan(made.id)) });
      }}
    >
      <TextInput label={t.name} description={t.nameHelp} required withAsterisk={false} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
      <NumberInput label={t.budgetField} thousandSeparator=" " value={budget} onChange={setBudget} step={100_000} error={field('/frame/budget')} />
      <DayField label={t.starts} description={t.startsHelp} required value={starts} onChange={setStarts} error={field('/frame/starts')} />
      <Refused error={add.error} />
      <div className="k-row"><Button type="submit" loading={add.isPending}>{t.addGo}</Button><Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button></div>
    </form>
  );
}

function List({ rows }: { rows: PlanRow[] }) {
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  const columns = useMemo<Columns<PlanRow>>(
    () => [
      { id: 'name', header: t.name, accessorFn: (row) => row.name, sortingFn: (a, b) => f.compare(a.original.name, b.original.name), cell: ({ row: { original: row } }) => <><Link to={to.plan(row.id)}><b>{row.name}</b></Link><small className={styles.under}>{row.by}</small></> },
      { id: 'state', header: t.state, accessorFn: (row) => row.state, cell: ({ row: { original: row } }) => <StateTag state={row.state} /> },
      { id: 'period', header: t.period, accessorFn: (row) => row.starts, cell: ({ row: { original: row } }) => `${f.dayShort(row.starts)} · ${row.quarters} ${t.quarters.toLowerCase()}`, meta: { wide: true } },
      { id: 'budget', header: t.budget, accessorFn: (row) => row.budget, cell: ({ row: { original: row } }) => said.whole(row.budget, row.currency), meta: { numeric: true, wide: true } },
      { id: 'closed', header: t.closed, accessorFn: (row) => row.closed ?? -1, cell: ({ row: { original: row } }) => (row.closed == null || row.bound == null ? <span className="k-faint">{t.notSolved}</span> : <Share share={row.closed} bound={row.bound} label={t.barSays(said.share(row.closed), said.share(row.bound))} under={t.boundOf(said.share(row.bound))} />), meta: { numeric: true } },
      { id: 'solved', header: t.solved, accessorFn: (row) => row.solved ?? '', cell: ({ row: { original: row } }) => (row.solved ? f.instant(row.solved) : '–'), meta: { numeric: true, wide: true } },
    ],
    [t, f, said],
  );
  return <DataTable label={t.list} rows={rows} columns={columns} rowKey={(row) => row.id} />;
}

export function PlansPage() {
  const t = useTexts(plans);
  const w = useTexts(words);
  const actor = useActor();
  const asked = usePlans();
  const [adding, setAdding] = useState(false);
  const makes = can(actor, 'make_plans');
  if (!can(actor, 'view_plans'))
    return <Page title={t.title} crumb={t.crumb}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  const add = <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t.add}</Button>;
  const all = asked.data?.items ?? [];
  return (
    <Page title={t.title} crumb={t.crumb} actions={<>{can(actor, 'review_plans') && leads(actor) && <Button variant="default" component={Link} to={to.planReview}>{t.toReview}</Button>}{makes && all.length > 0 && add}</>}>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={6} height={18} /></div>}>
          {({ items }) => (items.length === 0 ? <Empty icon="balance" title={t.empty} action={makes && add}>{t.emptyHelp} {!makes && t.emptyView}</Empty> : <List rows={items} />)}
        </Answered>
      </div>
      <Side title={t.add} open={adding} onClose={() => setAdding(false)}>{asked.data && <NewPlanForm usual={asked.data.usual} onClose={() => setAdding(false)} />}</Side>
    </Page>
  );
}
