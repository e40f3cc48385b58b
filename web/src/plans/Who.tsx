// Who is to do what, when and why: personal, so for those who may see levels, and HR says why it looks.
import { Link } from 'react-router';
import { useMemo } from 'react';
import { can, hasRole, useActor } from '../api/session';
import type { Plan, PlanItem } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { useItems } from './api';
import { towards } from './drawn';
import { answerNames, parts, reviewNames } from './partTexts';
import styles from './plans.module.css';
import { useSayings } from './said';

function List({ plan, items }: { plan: Plan; items: PlanItem[] }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  const language = useLanguage();
  const columns = useMemo<Columns<PlanItem>>(
    () => [
      { id: 'person', header: t.person, accessorFn: (one) => one.person_name, sortingFn: (a, b) => f.compare(a.original.person_name, b.original.person_name), cell: ({ row: { original: one } }) => <Link to={to.person(one.person)}>{one.person_name}</Link> },
      { id: 'activity', header: t.activity, accessorFn: (one) => label(one.activity_name), cell: ({ row: { original: one } }) => <>{label(one.activity_name)} {one.must && <span className="k-tag" data-tone="look">{t.must}</span>}</> },
      { id: 'when', header: t.when, accessorFn: (one) => one.starts, cell: ({ row: { original: one } }) => (one.session ? f.dayShort(one.starts) : said.quarter(one.starts)), meta: { numeric: true } },
      { id: 'hours', header: t.hours, accessorFn: (one) => one.hours, cell: ({ row: { original: one } }) => f.decimal(one.hours), meta: { numeric: true, wide: true } },
      { id: 'money', header: t.money, accessorFn: (one) => one.cost, cell: ({ row: { original: one } }) => said.whole(one.cost, one.currency), meta: { numeric: true, wide: true } },
      { id: 'why', header: t.why, enableSorting: false, cell: ({ row: { original: one } }) => towards(one.steps).map(({ step, all }) => <div key={`${step.skill}.${step.to}`}>{t.step(label(step.skill_name), f.number(step.from), f.number(step.to))}<small className={styles.under}>{all.map((each) => label(each.towards)).join(' · ')}</small></div>), meta: { wide: true } },
      { id: 'review', header: t.review, accessorFn: (one) => one.review, cell: ({ row: { original: one } }) => reviewNames[language][one.review], meta: { wide: true } },
      ...(plan.row.state === 'published' || plan.row.state === 'replaced' ? [{ id: 'answer', header: t.answer, accessorFn: (one: PlanItem) => one.answer, cell: ({ row: { original: one } }: { row: { original: PlanItem } }) => answerNames[language][one.answer], meta: { wide: true } }] : []),
    ],
    [t, f, said, label, language, plan.row.state],
  );
  return <DataTable label={t.who} rows={items} columns={columns} rowKey={(one) => one.id} empty={<Empty icon="people" title={t.noItems}>{t.noItemsHelp}</Empty>} />;
}

export function Who({ plan }: { plan: Plan }) {
  const t = useTexts(parts);
  const f = useFormats();
  const actor = useActor();
  const [reason, setReason] = useReason(actor.account);
  const sees = can(actor, 'view_levels');
  const needsReason = hasRole(actor, 'hr') && !reason;
  const asked = useItems(plan.row.id, reason, sees && !needsReason);
  const ways = useTableWays(`/plans/${plan.row.id}/items/export`, { reason });
  if (!sees) return <Empty icon="eye" title={t.whoSums}>{t.whoSumsHelp}</Empty>;
  if (needsReason) return <div className={styles.pad}><ReasonGate help={t.whoReason} onReason={setReason} /></div>;
  return (
    <>
      {asked.data && <div className={styles.head}><h3 aria-live="polite">{t.whoCount(f.number(asked.data.length))}</h3><span className="k-grow" /><ExportMenu ways={ways} /></div>}
      <Answered asked={asked} bones={<div className={styles.pad}><Bones rows={8} height={18} /></div>}>{(items) => <List plan={plan} items={items} />}</Answered>
    </>
  );
}
