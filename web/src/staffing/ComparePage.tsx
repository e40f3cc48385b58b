// How do two units differ? What their roles require, how much of it is shown to be met and by how many, side by side.
import { useMemo } from 'react';
import { Link } from 'react-router';
import { can, hasRole, useActor } from '../api/session';
import type { ComparedSkill, ComparedUnit, Comparison, SkillSide } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { useReason } from '../ui/ReasonGate';
import { StateBar } from '../ui/StateBar';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { useComparison } from './api';
import { ReasonMenu } from './ReasonMenu';
import { staffing } from './texts';

function Total({ unit }: { unit: ComparedUnit }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const actor = useActor();
  return (
    <section className="k-card">
      <div className="k-row" style={{ marginBottom: 8 }}>
        <h2>{unit.name}</h2>
        <span className="k-s k-mut">{t.people(f.number(unit.people))}</span>
        <span className="k-grow" />
        {!unit.hidden && unit.sums.coverage != null && <b>{f.percent(unit.sums.coverage)}</b>}
      </div>
      {unit.hidden ? <p className="k-s k-mut">{t.coverHidden}</p> : <StateBar states={unit.sums} legend />}
      {can(actor, 'view_levels') && <p className="k-s k-no-print" style={{ marginTop: 8 }}><Link to={to.departure([], unit.unit)}>{t.tryWithout}</Link></p>}
    </section>
  );
}

function Covers({ side }: { side: SkillSide }) {
  const t = useTexts(staffing);
  const f = useFormats();
  if (!side.needed) return <span className="k-s k-faint">{t.notNeeded}</span>;
  if (side.hidden || side.coverage == null) return <span className="k-s k-mut">{t.hiddenFew}</span>;
  return <>{f.percent(side.coverage)} <span className="k-s k-faint" style={{ whiteSpace: 'nowrap' }}>{t.upTo(f.number(side.required))}</span></>;
}

function Skills({ comparison }: { comparison: Comparison }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const label = useLabel();
  const { one: left, other: right } = comparison;
  const columns = useMemo<Columns<ComparedSkill>>(() => {
    const held = (side: SkillSide) => (side.needed && !side.hidden ? f.number(side.holders) : '');
    return [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => <Link to={to.skill(one.skill)}>{label(one.name)}</Link> },
      { id: 'one', header: left.name, cell: ({ row }) => <Covers side={row.original.one} />, meta: { numeric: true } },
      { id: 'other', header: right.name, cell: ({ row }) => <Covers side={row.original.other} />, meta: { numeric: true } },
      { id: 'oneHolders', header: () => <span title={t.holdersMeaning}>{t.holdersOf(left.name)}</span>, cell: ({ row }) => held(row.original.one), meta: { numeric: true, wide: true } },
      { id: 'otherHolders', header: () => <span title={t.holdersMeaning}>{t.holdersOf(right.name)}</span>, cell: ({ row }) => held(row.original.other), meta: { numeric: true, wide: true } },
    ];
  }, [t, f, label, left.name, right.name]);
  return (
    <>
      <div className="k-half"><Total unit={left} /><Total unit={right} /></div>
      <div className="k-card k-flush">
        <DataTable label={t.compareTitle} rows={comparison.skills} columns={columns} rowKey={(one) => one.skill} sortable={false} empty={<Empty icon="roles" title={t.compareNone}>{t.compareNoneHelp}</Empty>} />
      </div>
    </>
  );
}

export function ComparePage() {
  const t = useTexts(staffing);
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  const [other, setOther] = useIdParam('other');
  const [reason, setReason] = useReason(actor.account);
  const asked = useComparison(unit, other, reason);
  return (
    <Page title={t.compareTitle} crumb={actor.organisation} actions={unit && other && !reason && hasRole(actor, 'hr') && <ReasonMenu label={t.compareGate} help={t.compareReason} onReason={setReason} />}>
      <div className="k-row k-no-print">
        <UnitPicker aria-label={t.oneUnit} placeholder={t.oneUnit} value={unit} onChange={setUnit} w={240} />
        <UnitPicker aria-label={t.otherUnit} placeholder={t.otherUnit} value={other} onChange={setOther} w={240} />
      </div>
      {!unit || !other ? (
        <div className="k-card"><Empty icon="table" title={t.compareStart}>{t.compareStartHelp}</Empty></div>
      ) : (
        <Answered asked={asked} bones={<><div className="k-half"><div className="k-card"><Bones rows={3} /></div><div className="k-card"><Bones rows={3} /></div></div><div className="k-card"><Bones rows={10} height={18} /></div></>}>
          {(comparison) => <Skills comparison={comparison} />}
        </Answered>
      )}
    </Page>
  );
}
