// What-if on the gap map: assumptions in the address, the map of the difference, and the units before and after.
import { Button } from '@mantine/core';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { WhatIfAssumptions, Id, UnitDifference, WhatIf } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { labelIn, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Side } from '../ui/Side';
import { Bones, Empty, Failure } from '../ui/states';
import { useWhatIf } from './api';
import { Assume } from './Assume';
import { Assumed } from './Assumed';
import type { Filters } from './filters';
import { firstOpen, visibleRows } from './heat';
import { HeatMap, useSaid } from './HeatMap';
import type { Colours, Scene } from './paint';
import { byChange, changeView, countOf, nothing, read, write } from './whatIf';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

const WhatIfAhead = lazy(() => import('./WhatIfAhead').then((m) => ({ default: m.WhatIfAhead })));
const KeepWhatIf = lazy(() => import('./KeepWhatIf').then((m) => ({ default: m.KeepWhatIf })));

// A tenth of a per cent: what one assumption moves is often less than a whole one.
function useShare() {
  const f = useFormats();
  return useCallback((value: number | null | undefined) => (value == null ? '–' : `${f.decimal(Math.round(value * 1000) / 10)} %`), [f]);
}

const changes = (one: UnitDifference) => one.hidden_after !== one.hidden || one.people_after !== one.people || JSON.stringify(one.before) !== JSON.stringify(one.after);

function Figures({ whole }: { whole: UnitDifference }) {
  const t = useTexts(whatIf);
  const f = useFormats();
  const share = useShare();
  const told = !whole.hidden && !whole.hidden_after;
  return (
    <div className="k-figures">
      <Figure label={t.people} value={whole.people_after == null ? f.number(whole.people) : t.arrow(f.number(whole.people), f.number(whole.people_after))}>{whole.people_after == null && t.hidden}</Figure>
      <Figure label={t.coverage} value={told ? t.arrow(share(whole.before.coverage), share(whole.after.coverage)) : '–'}>{told ? t.metMeaning(f.number(whole.before.met), f.number(whole.after.met)) : t.hidden}</Figure>
      <Figure label={t.gap} value={told ? t.arrow(share(whole.before.weighted_gap), share(whole.after.weighted_gap)) : '–'}>{told ? t.wholeMeaning(f.number(whole.before.requirements), f.number(whole.after.requirements)) : t.hidden}</Figure>
    </div>
  );
}

function Legend() {
  const t = useTexts(whatIf);
  return (
    <div className={styles.legend}>
      <span><i style={{ background: 'var(--fjall)' }} /> {t.better}</span>
      <span><i style={{ background: 'var(--h0)' }} /> {t.same}</span>
      <span className={styles.scale}>{[1, 2, 3, 4, 5].map((step) => <i key={step} style={{ background: `var(--h${step})` }} />)} {t.worse}</span>
      <span><i className="k-hidden" /> {t.hiddenLegend}</span>
      <span className="k-faint">{t.legend}</span>
    </div>
  );
}

function Units({ units }: { units: UnitDifference[] }) {
  const t = useTexts(whatIf);
  const f = useFormats();
  const share = useShare();
  const columns = useMemo<Columns<UnitDifference>>(() => {
    const pair = (one: UnitDifference, of: (sums: UnitDifference['before']) => number | null | undefined) =>
      one.hidden || one.hidden_after ? <span className="k-s k-mut">{t.hidden}</span> : <span style={{ whiteSpace: 'nowrap' }}>{t.arrow(share(of(one.before)), share(of(one.after)))}</span>;
    return [
      { id: 'unit', header: t.unit, cell: ({ row: { original: one } }) => one.name },
      { id: 'people', header: t.people, cell: ({ row: { original: one } }) => (one.people_after == null || one.people_after === one.people ? f.number(one.people) : t.arrow(f.number(one.people), f.number(one.people_after))), meta: { numeric: true } },
      { id: 'coverage', header: t.coverage, cell: ({ row: { original: one } }) => pair(one, (sums) => sums.coverage), meta: { numeric: true } },
      { id: 'gap', header: t.gap, cell: ({ row: { original: one } }) => pair(one, (sums) => sums.weighted_gap), meta: { numeric: true, wide: true } },
    ];
  }, [t, f, share]);
  const changed = useMemo(() => units.filter(changes), [units]);
  return <DataTable label={t.table} rows={changed} columns={columns} rowKey={(one) => one.unit ?? 0} sortable={false} empty={<Empty icon="check" title={t.tableNone}>{t.tableNoneHelp}</Empty>} />;
}

function CellBefore({ answer, selected, names }: { answer: WhatIf; selected: { unit: Id; skill: Id }; names: string[] }) {
  const t = useTexts(whatIf);
  const was = useSaid(answer.before);
  const is = useSaid(answer.after);
  const unit = answer.after.units.findIndex((one) => one.id === selected.unit);
  const skill = answer.after.skills.findIndex((one) => one.id === selected.skill);
  if (unit < 0 || skill < 0) return null;
  return (
    <section aria-label={t.cell} className={styles.cell}>
      <h2>{names[skill]}</h2>
      <p className="k-s k-mut">{answer.after.units[unit]?.name}</p>
      <p><b>{t.now}:</b> {was(unit, skill)}</p>
      <p><b>{t.then}:</b> {is(unit, skill)}</p>
    </section>
  );
}

function Difference({ answer, filters }: { answer: WhatIf; filters: Filters }) {
  const t = useTexts(whatIf);
  const language = useLanguage();
  const { before, after } = answer;
  const [open, setOpen] = useState(() => firstOpen(after));
  const drawn = useRef<{ scene: Scene; colours: Colours } | null>(null);
  const names = useMemo(() => after.skills.map((skill) => labelIn(language, skill.name)), [after, language]);
  // How many people a unit would have is not always told: then it keeps today's.
  const rows = useMemo(() => visibleRows(after, open).map((row) => (row.people < 0 ? { ...row, people: before.units[row.unit]?.people ?? 0 } : row)), [before, after, open]);
  const columns = useMemo(() => byChange(before, after, (skill) => !filters.kind || after.skills[skill]?.kind === filters.kind), [before, after, filters.kind]);
  const view = useCallback((unit: number, skill: number) => changeView(before, after, unit, skill), [before, after]);
  const was = useSaid(before);
  const is = useSaid(after);
  const aloud = useCallback((unit: number, skill: number) => `${t.now}: ${was(unit, skill)}. ${t.then}: ${is(unit, skill)}`, [t, was, is]);
  const { setCell } = filters;
  const select = useCallback((unit: Id, skill: Id) => setCell(`${unit}.${skill}`), [setCell]);
  const toggle = useCallback((unit: Id) => setOpen((shown) => (shown.has(unit) ? new Set([...shown].filter((one) => one !== unit)) : new Set(shown).add(unit))), []);
  return (
    <>
      <HeatMap map={after} rows={rows} columns={columns} names={names} measure={filters.measure} view={view} aloud={aloud} selected={filters.selected} onSelect={select} onToggle={toggle} drawn={drawn} />
      <Legend />
      {filters.selected ? <CellBefore answer={answer} selected={filters.selected} names={names} /> : <p className="k-s k-faint">{t.pick}</p>}
    </>
  );
}

export function WhatIfMode({ filters }: { filters: Filters }) {
  const t = useTexts(whatIf);
  const actor = useActor();
  const [reason, setReason] = useReason(actor.account);
  const assumed = useMemo(() => read(filters.whatIf), [filters.whatIf]);
  const { setWhatIf } = filters;
  const put = useCallback((next: WhatIfAssumptions) => setWhatIf(write(next)), [setWhatIf]);
  const asked = useWhatIf(assumed, { unit: filters.unit, role: filters.role, group: filters.group, reason });
  const answer = asked.data;
  const [keeping, setKeeping] = useState(false);
  const assumes = countOf(assumed) > 0;
  const reasonNeeded = isRefusal(asked.error) && asked.error.code === 'access.reason_needed';
  return (
    <>
      <div className={`k-card ${styles.banner}`} role="note">
        <Icon name="info" size={18} />
        <span className={styles.words}>{t.banner}</span>
        <span className="k-row k-no-print">
          {assumes && <Button variant="subtle" size="compact-sm" onClick={() => put(nothing)}>{t.reset}</Button>}
          {assumes && answer && !asked.error && can(actor, 'plan_future') && <Button variant="default" size="compact-sm" onClick={() => setKeeping(true)}>{t.keep}</Button>}
          <Button variant="default" size="compact-sm" onClick={() => setWhatIf(null)}>{t.leave}</Button>
        </span>
      </div>
      <section className="k-card k-stack-s" aria-label={t.assume}>
        <Assume assumed={assumed} onChange={put} />
        <Assumed assumed={assumed} people={answer?.people ?? []} onChange={put} />
        <p className="k-s k-faint">{assumes ? t.vacant : t.noneHelp}</p>
      </section>
      {reasonNeeded ? (
        <div className="k-card"><ReasonGate help={t.reason} onReason={setReason} /></div>
      ) : asked.error ? (
        <div className="k-card">
          <Failure error={asked.error} retry={() => void asked.refetch()} />
          <div className="k-row" style={{ justifyContent: 'center' }}><Button variant="default" onClick={() => put(nothing)}>{t.dropAll}</Button></div>
        </div>
      ) : !answer ? (
        <div className="k-card"><Bones rows={12} /></div>
      ) : (
        <>
          <Figures whole={answer.whole} />
          <section className="k-card k-stack-s" aria-label={t.change}><Difference key={answer.after.units.length} answer={answer} filters={filters} /></section>
          <section className="k-card k-flush"><h2 style={{ padding: '14px 16px 4px' }}>{t.table}</h2><Units units={answer.units} /></section>
          {assumes && can(actor, 'view_forecast') && <Suspense fallback={<div className="k-card"><Bones rows={9} /></div>}><WhatIfAhead assumed={assumed} unit={filters.unit} reason={reason} /></Suspense>}
          <Side title={t.keepTitle} open={keeping} onClose={() => setKeeping(false)} size={480}>
            <Suspense fallback={<Bones rows={6} />}><KeepWhatIf assumed={assumed} today={answer.day} reason={reason} onClose={() => setKeeping(false)} /></Suspense>
          </Side>
        </>
      )}
    </>
  );
}
