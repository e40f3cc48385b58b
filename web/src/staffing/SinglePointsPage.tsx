// What hangs on one person? Required skills with few who hold them, and who that is, for those who may know.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { can, hasRole, useActor } from '../api/session';
import type { FewHolders } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useSinglePoints } from './api';
import { ReasonMenu } from './ReasonMenu';
import { staffing } from './texts';

function useColumns(unit: number | undefined): Columns<FewHolders> {
  const t = useTexts(staffing);
  const f = useFormats();
  const label = useLabel();
  const finds = can(useActor(), 'view_levels');
  return useMemo(
    () => [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => <Link to={to.skill(one.skill)}>{label(one.name)}</Link> },
      {
        id: 'holders',
        header: () => <span title={t.holdersMeaning}>{t.holders}</span>,
        cell: ({ row: { original: one } }) => <span className="k-tag" data-tone={one.holders === 0 ? 'bad' : one.holders === 1 ? 'look' : undefined}>{one.holders === 0 ? t.none : one.holders === 1 ? t.one : t.several(f.number(one.holders))}</span>,
      },
      {
        id: 'who',
        header: t.who,
        cell: ({ row: { original: one } }) =>
          one.holder && (
            <>
              <Link to={to.person(one.holder.person)}>{one.holder.name}</Link>
              <br />
              <Link className="k-s" style={{ fontWeight: 400 }} to={to.departure([one.holder.person], unit)}>{t.ifLeaves}</Link>
            </>
          ),
      },
      { id: 'required', header: t.level, cell: ({ row }) => f.number(row.original.required), meta: { numeric: true, wide: true } },
      { id: 'people', header: t.needs, cell: ({ row }) => f.number(row.original.people), meta: { numeric: true, wide: true } },
      { id: 'coverage', header: t.coverage, cell: ({ row }) => (row.original.coverage == null ? '–' : f.percent(row.original.coverage)), meta: { numeric: true, wide: true } },
      {
        id: 'experts',
        header: t.experts,
        cell: ({ row: { original: one } }) => {
          const said = <span title={t.expertsMeaning(f.number(one.expert_level))}>{f.number(one.experts)}</span>;
          return finds && one.experts > 0 ? <Link to={to.findSkill(one.skill, one.expert_level, unit)}>{said}</Link> : said;
        },
        meta: { numeric: true },
      },
    ],
    [t, f, label, finds, unit],
  );
}

export function SinglePointsPage() {
  const t = useTexts(staffing);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  const [holders, setHolders] = useIdParam('holders');
  const [reason, setReason] = useReason(actor.account);
  const asked = useSinglePoints({ unit, holders, reason });
  const columns = useColumns(unit);
  const points = asked.data;
  const counted = (n: number) => points?.items.filter((one) => one.holders === n).length ?? 0;
  const most = holders ?? 1;
  return (
    <Page
      title={t.pointsTitle}
      crumb={points ? [points.name || t.all, t.people(f.number(points.people))].join(' · ') : actor.organisation}
      actions={
        <>
          {!reason && hasRole(actor, 'hr') && <ReasonMenu label={t.whoGate} help={t.whoReason} onReason={setReason} />}
          <Button variant="default" component={Link} to={to.cloud(unit)}>{t.cloudGo}</Button>
          <Button variant="default" component={Link} to={to.compare}>{t.compareGo}</Button>
        </>
      }
    >
      <div className="k-figures">
        <Figure label={t.nobodyHolds} value={f.number(counted(0))} waiting={!points && !asked.error}>{t.nobodyMeaning}</Figure>
        <Figure label={t.oneHolds} value={f.number(counted(1))} waiting={!points && !asked.error}>{t.oneMeaning}</Figure>
        <Figure label={t.required} value={f.number(points?.skills ?? 0)} waiting={!points && !asked.error}>{points && t.requiredMeaning(f.number(points.people))}</Figure>
        <Figure label={t.hidden} value={f.number(points?.hidden ?? 0)} waiting={!points && !asked.error}>{t.hiddenMeaning}</Figure>
      </div>
      <div className="k-row k-no-print">
        <UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={220} />
        <div className="k-row" role="group" aria-label={t.howMany}>
          <Choice on={most <= 1} onClick={() => setHolders(null)}>{t.atMostOne}</Choice>
          <Choice on={most === 2} onClick={() => setHolders(2)}>{t.atMostTwo}</Choice>
          <Choice on={most > 2} onClick={() => setHolders(5)}>{t.atMostFive}</Choice>
        </div>
      </div>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={10} height={18} /></div>}>
          {(answer) => (
            <DataTable
              label={t.pointsTitle}
              rows={answer.items}
              columns={columns}
              rowKey={(one) => one.skill}
              sortable={false}
              empty={answer.skills === 0 ? <Empty icon="roles" title={t.pointsNothing}>{t.pointsNothingHelp}</Empty> : <Empty icon="check" title={t.pointsNone}>{t.pointsNoneHelp}</Empty>}
            />
          )}
        </Answered>
      </div>
    </Page>
  );
}
