// Who suits what? Those interested side by side, by name; no score sums them up. A suggestion can be asked for; a human
// selects.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Candidate, CandidateBoard, Id, RoleFit } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useIdParam } from '../ui/useParam';
import { useBoard, useSelect, useUnselect } from './api';
import { lacks, Skills, Way } from './FitParts';
import { Frame } from './Frame';
import { stageNames } from './names';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';
import { SuggestionCard } from './SuggestionCard';
import { reskilling } from './texts';

interface Row {
  candidate: Candidate;
  fit: RoleFit;
}

/** The levels that are missing or unknown, as small bars; each says what it is. */
function Bars({ fit }: { fit: RoleFit }) {
  const label = useLabel();
  const shown = fit.skills.filter(lacks).sort((a, b) => Number(b.must) - Number(a.must));
  return <span className={styles.bars}>{shown.map((one) => <span key={one.skill} className={styles.bar} title={label(one.name)}><LevelBar level={one.level} required={one.required} max={Math.max(5, one.required)} thin /></span>)}</span>;
}

function Select({ row, programme }: { row: Row; programme: Id }) {
  const t = useTexts(programmes);
  const names = stageNames[useLanguage()];
  const select = useSelect(programme);
  const unselect = useUnselect(programme);
  const { candidate, fit } = row;
  if (candidate.selected_for && candidate.selected_for !== fit.role) return <span className="k-mut k-s">–</span>;
  if (candidate.stage)
    return (
      <span className="k-row">
        <span className="k-tag" data-tone="good">{names[candidate.stage]}</span>
        {candidate.stage === 'selected' && <Button variant="subtle" size="compact-xs" color="gray" loading={unselect.isPending} onClick={() => unselect.mutate(candidate.person, { onSuccess: () => say(t.unchosen) })}>{t.unchoose}</Button>}
      </span>
    );
  return (
    <span className="k-stack-s">
      <span><Button size="compact-sm" variant="default" loading={select.isPending} onClick={() => select.mutate({ person: candidate.person, role: fit.role }, { onSuccess: () => say(t.chosenNow(candidate.name), { tone: 'good' }) })}>{t.choose}</Button></span>
      <Refused error={select.error ?? unselect.error} />
    </span>
  );
}

function Opened({ row, programme }: { row: Row; programme: Id }) {
  const t = useTexts(programmes);
  const r = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const { candidate, fit } = row;
  return (
    <div className="k-stack">
      <p className="k-s">{candidate.unit_name} · {t.holds} {candidate.holds.map(label).join(', ') || '–'} · <Link to={to.person(candidate.person)}>{candidate.name}</Link></p>
      {candidate.words && <blockquote className="k-s" style={{ borderLeft: '3px solid var(--line)', margin: 0, paddingLeft: 10 }}>{candidate.words}</blockquote>}
      <p>{label(fit.name)}: {t.brings.toLowerCase()} {f.percent(fit.transferability)}</p>
      <section className="k-stack-s"><h3>{r.all}</h3><Skills fit={fit} all /></section>
      <section className="k-stack-s"><h3>{r.path}</h3><p className="k-s">{r.takes(f.number(fit.path.hours + fit.path.practice), f.number(fit.path.weeks))}</p><Way path={fit.path} /></section>
      <Select row={row} programme={programme} />
    </div>
  );
}

function Board({ board }: { board: CandidateBoard }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const label = useLabel();
  const { roles, id } = board.programme;
  const [asked, setRole] = useIdParam('role');
  const [person, setPerson] = useState<Id>();
  const role = roles.some((one) => one.role === asked) ? asked : roles[0]?.role;
  const rows = useMemo(() => board.items.flatMap((candidate) => candidate.fits.filter((fit) => fit.role === role).map((fit) => ({ candidate, fit }))), [board, role]);
  const opened = rows.find((row) => row.candidate.person === person);
  const columns = useMemo<Columns<Row>>(
    () => [
      { id: 'name', header: t.candidate, accessorFn: (row) => row.candidate.name, sortingFn: (a, b) => f.compare(a.original.candidate.name, b.original.candidate.name), cell: ({ row: { original: row } }) => <><button type="button" className={styles.press} onClick={() => setPerson(row.candidate.person)}>{row.candidate.name}</button><div className="k-xs k-mut">{row.candidate.unit_name}</div></> },
      { id: 'brings', header: t.brings, accessorFn: (row) => row.fit.transferability, meta: { numeric: true }, cell: ({ row: { original: row } }) => f.percent(row.fit.transferability) },
      { id: 'missing', header: t.missing, enableSorting: false, meta: { wide: true }, cell: ({ row: { original: row } }) => <Bars fit={row.fit} /> },
      { id: 'musts', header: t.musts, accessorFn: (row) => row.fit.musts, meta: { numeric: true, wide: true }, cell: ({ row: { original: row } }) => (row.fit.musts > 0 ? <span className="k-tag" data-tone="look" title={t.mustsOf(row.fit.musts)}>{f.number(row.fit.musts)}</span> : '–') },
      { id: 'assess', header: t.assess, accessorFn: (row) => row.fit.path.unknown, meta: { numeric: true, wide: true }, cell: ({ row: { original: row } }) => (row.fit.path.unknown > 0 ? f.number(row.fit.path.unknown) : '–') },
      { id: 'hours', header: t.path, accessorFn: (row) => row.fit.path.hours + row.fit.path.practice, meta: { numeric: true }, cell: ({ row: { original: row } }) => f.number(row.fit.path.hours + row.fit.path.practice) },
      { id: 'cost', header: t.cost, accessorFn: (row) => row.fit.path.cost ?? 0, meta: { numeric: true, wide: true }, cell: ({ row: { original: row } }) => (row.fit.path.cost == null ? '–' : f.money(row.fit.path.cost, 'SEK')) },
      { id: 'weeks', header: t.weeks, accessorFn: (row) => row.fit.path.weeks, meta: { numeric: true, wide: true }, cell: ({ row: { original: row } }) => f.number(row.fit.path.weeks) },
      { id: 'chance', header: t.chance, accessorFn: (row) => row.fit.path.chance, meta: { numeric: true, wide: true }, cell: ({ row: { original: row } }) => f.percent(row.fit.path.chance) },
      { id: 'choose', header: () => <span className="k-unseen">{t.choose}</span>, enableSorting: false, cell: ({ row: { original: row } }) => <Select row={row} programme={id} /> },
    ],
    [t, f, id],
  );
  if (board.items.length === 0) return <div className="k-card"><Empty icon="people" title={t.boardEmpty}>{t.boardEmptyHelp}</Empty></div>;
  return (
    <>
      <p className="k-s k-mut">{t.boardHelp} {t.boardNoted}</p>
      <SuggestionCard board={board} />
      {roles.length > 1 && <div className={styles.choose} role="group" aria-label={t.forRole}>{roles.map((one) => <Choice key={one.role} on={one.role === role} onClick={() => setRole(one.role)}>{label(one.name)}, {t.placesOf(one.headcount)}</Choice>)}</div>}
      <div className="k-card k-flush"><DataTable key={role} label={t.candidates} rows={rows} columns={columns} rowKey={(row) => row.candidate.person} onRow={(row) => setPerson(row.candidate.person)} empty={<p className="k-s k-mut" style={{ padding: 16 }}>{t.boardEmpty}</p>} /></div>
      {opened && <Side title={opened.candidate.name} open onClose={() => setPerson(undefined)}><Opened row={opened} programme={id} /></Side>}
    </>
  );
}

function Candidates({ programme }: { programme: Id }) {
  const asked = useBoard(programme);
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>{(board) => <Board board={board} />}</Answered>;
}

const Out = ({ programme }: { programme: Id }) => <ExportMenu ways={useTableWays(`/programmes/${programme}/candidates/export`)} />;

export function CandidatesPage() {
  const t = useTexts(programmes);
  return <Frame here="candidates" title={t.boardTitle} actions={(programme) => programme.may_run && <Out programme={programme.id} />}>{(programme) => <Candidates programme={programme.id} />}</Frame>;
}
