// A manager's grid: people by skills, set from the keyboard, saved cell by cell. What the person said about themself
// shows only beside the manager's own answer.
import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useParams } from 'react-router';
import { queryClient } from '../api/queries';
import type { GivenAnswer, GridCell, RoundGrid, Scale } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelChoice } from '../ui/LevelChoice';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAnswer, useGrid } from './api';
import { Far } from './Far';
import { isUndo, keyAnswer, moved, type Place } from './grid';
import styles from './rounds.module.css';
import { farApart, inWords, level, same, sign, without } from './said';
import { answering, talking } from './texts';

const cellAt = (grid: RoundGrid, { row, column }: Place): GridCell | null => grid.people[row]?.cells[column] ?? null;

function replaced(grid: RoundGrid, { row, column }: Place, change: Partial<GridCell>): RoundGrid {
  const people = grid.people.map((person, i) => {
    if (i !== row) return person;
    const cells = person.cells.map((cell, j) => (j === column && cell ? { ...cell, ...change } : cell));
    return { ...person, cells, answered: cells.filter((cell) => cell?.answer).length };
  });
  return { ...grid, people };
}

function Cell({ grid, place, here, onHere, onKey }: { grid: RoundGrid; place: Place; here: boolean; onHere: () => void; onKey: (event: KeyboardEvent) => void }) {
  const t = useTexts(answering);
  const label = useLabel();
  const language = useLanguage();
  const cell = cellAt(grid, place);
  const who = grid.people[place.row]?.name ?? '';
  const what = label(grid.skills[place.column]?.name);
  const words = !cell ? t.notAsked : [inWords(language, cell.answer), !cell.answer && cell.before && t.beforeManager(String(cell.before.level), cell.before.day), cell.self && t.self(inWords(language, cell.self)), farApart(cell.answer, cell.self) && t.apart].filter(Boolean).join(', ');
  return (
    <td role="gridcell">
      <button
        type="button"
        data-place={`${place.row}.${place.column}`}
        tabIndex={here ? 0 : -1}
        className={cell ? styles.cell : `${styles.cell} ${styles.none}`}
        style={cell ? undefined : { border: 0, background: 'none' }}
        data-here={here || undefined}
        data-given={cell?.answer ? true : undefined}
        data-apart={farApart(cell?.answer, cell?.self) || undefined}
        data-ghost={!cell?.answer || undefined}
        onFocus={onHere}
        onKeyDown={onKey}
      >
        {cell && <span aria-hidden="true">{cell.answer ? sign(cell.answer) : (cell.before?.level ?? '')}</span>}
        {cell?.answer && cell.self && <small aria-hidden="true">{t.self(sign(cell.self))}</small>}
        <span className="k-unseen">{`${who}, ${what}: ${words}`}</span>
      </button>
    </td>
  );
}

function Beside({ grid, place, scale, give }: { grid: RoundGrid; place: Place; scale: Scale; give: (given: GivenAnswer | null) => void }) {
  const t = useTexts(answering);
  const f = useFormats();
  const label = useLabel();
  const language = useLanguage();
  const person = grid.people[place.row];
  const skill = grid.skills[place.column];
  const cell = cellAt(grid, place);
  if (!person || !skill) return null;
  return (
    <section className={`k-card k-stack-s ${styles.beside}`} aria-live="off">
      <div>
        <div className="k-s k-mut">{person.name}</div>
        <h2>{label(skill.name)}</h2>
      </div>
      {!cell ? (
        <p className="k-mut">{t.notAsked}</p>
      ) : (
        <fieldset disabled={!grid.open} className={`k-stack-s ${styles.plain}`}>
          {cell.before && (
            <div className={styles.before}>
              <span className="k-grow">{t.beforeManager(f.number(cell.before.level), f.dayShort(cell.before.day))}</span>
              {!cell.answer && <Button size="compact-sm" variant="default" onClick={() => give(level(cell.before!.level))}>{t.keep(f.number(cell.before.level))}</Button>}
            </div>
          )}
          <LevelChoice label={t.choose} scale={scale} anchors={skill.anchors} value={cell.answer?.level ?? null} onChange={(chosen) => give(level(chosen))} />
          <div className="k-row">
            {(['unknown', 'irrelevant'] as const).map((kind) => (
              <button key={kind} type="button" className={styles.other} aria-pressed={cell.answer?.kind === kind} onClick={() => give(without(kind))}>{t[kind]}</button>
            ))}
            {cell.answer && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => give(null)}>{t.takeBack}</Button>}
          </div>
          {person.self_questions > 0 && (
            <p className="k-s k-mut">
              {!cell.answer ? t.selfLater : cell.self ? t.selfSaid(inWords(language, cell.self)) : t.selfNone}
              {farApart(cell.answer, cell.self) && <> · <b>{t.apart}</b></>}
            </p>
          )}
        </fieldset>
      )}
    </section>
  );
}

interface Done {
  place: Place;
  before: GivenAnswer | null;
}

function Shown({ grid }: { grid: RoundGrid }) {
  const t = useTexts(answering);
  const talk = useTexts(talking);
  const f = useFormats();
  const label = useLabel();
  const table = useRef<HTMLTableElement>(null);
  const [here, setHere] = useState<Place>({ row: 0, column: 0 });
  const done = useRef<Done[]>([]);
  const save = useAnswer(grid.round);
  const scales = useMemo(() => new Map(grid.scales.map((scale) => [scale.id, scale])), [grid.scales]);
  const scaleOf = (column: number) => scales.get(grid.skills[column]?.scale ?? 0) ?? grid.scales[0]!;
  const key = ['rounds', 'grid', grid.round];

  const go = (place: Place) => {
    setHere(place);
    table.current?.querySelector<HTMLElement>(`[data-place="${place.row}.${place.column}"]`)?.focus();
  };
  const put = (place: Place, given: GivenAnswer | null) => {
    const person = grid.people[place.row];
    const skill = grid.skills[place.column];
    if (!person || !skill) return;
    // The person's own answer is not known until the server has this one.
    queryClient.setQueryData<RoundGrid>(key, (now) => now && replaced(now, place, { answer: given, ...(given ? {} : { self: null }) }));
    save.mutateAsync({ one: person.case, skill: skill.id, given }).then(
      (progress) => queryClient.setQueryData<RoundGrid>(key, (now) => now && replaced(now, place, { self: progress.self ?? null })),
      () => undefined,
    );
  };
  const give = (place: Place, given: GivenAnswer | null) => {
    const cell = cellAt(grid, place);
    if (!cell || !grid.open || same(cell.answer, given)) return;
    done.current.push({ place, before: cell.answer ?? null });
    put(place, given);
  };
  const undo = () => {
    const last = done.current.pop();
    if (!last) return say(t.nothingToUndo);
    put(last.place, last.before);
    go(last.place);
    say(t.undone);
  };
  const onKey = (event: KeyboardEvent, place: Place) => {
    if (isUndo(event)) {
      event.preventDefault();
      return undo();
    }
    const next = moved(event, place, grid.people.length, grid.skills.length);
    if (next) {
      event.preventDefault();
      return go(next);
    }
    const cell = cellAt(grid, place);
    const scale = scaleOf(place.column);
    const chosen = cell && keyAnswer(event, scale, cell);
    if (chosen === undefined || chosen === null) return;
    event.preventDefault();
    if (chosen === 'outside') return say(t.outside(f.number(scale.min), f.number(scale.max)), { tone: 'bad' });
    give(place, chosen === 'none' ? null : chosen);
  };
  // Ctrl+Z works wherever one is on the page, also after a click beside the grid.
  const undoing = useRef(undo);
  undoing.current = undo;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!isUndo(event) || event.defaultPrevented || (event.target as HTMLElement).closest('input[type=text],textarea')) return;
      event.preventDefault();
      undoing.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const questions = grid.people.reduce((sum, person) => sum + person.questions, 0);
  const answered = grid.people.reduce((sum, person) => sum + person.answered, 0);
  const far = t.answered(f.number(answered), f.number(questions));
  return (
    <Page title={t.gridTitle} crumb={<><Link to={to.myRounds}>{grid.name}</Link> · {t.lastDay(f.day(grid.closes))}</>} actions={<Button variant="default" component={Link} to={to.roundTalks(grid.round)}>{talk.open}</Button>}>
      <p className="k-s k-mut" id="grid-help">{grid.open ? t.gridHelp : t.gridClosed}</p>
      <div className="k-two">
        <section className="k-card k-stack-s">
          <div className="k-row k-s k-mut"><span className="k-grow">{far}</span><span role="status">{save.isPending ? t.saving : answered > 0 && !save.error ? t.allSaved : ''}</span></div>
          <Far part={answered} whole={questions} label={far} />
          <Refused error={save.error} />
          <div className={styles.scroll}>
            <table ref={table} role="grid" className={styles.grid} aria-label={t.gridName} aria-describedby="grid-help">
              <thead>
                <tr>
                  <td />
                  {grid.skills.map((skill) => <th key={skill.id} scope="col"><span>{label(skill.name)}</span></th>)}
                </tr>
              </thead>
              <tbody>
                {grid.people.map((person, row) => (
                  <tr key={person.case}>
                    <th scope="row">
                      {person.name}
                      <small>{person.answered >= person.questions ? t.done : `${f.number(person.answered)}/${f.number(person.questions)}`}{person.self_questions > 0 && ` · ${t.selfDone(f.number(person.self_answered), f.number(person.self_questions))}`}</small>
                    </th>
                    {grid.skills.map((skill, column) => (
                      <Cell key={skill.id} grid={grid} place={{ row, column }} here={here.row === row && here.column === column} onHere={() => setHere({ row, column })} onKey={(event) => onKey(event, { row, column })} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <Beside key={`${here.row}.${here.column}`} grid={grid} place={here} scale={scaleOf(here.column)} give={(given) => give(here, given)} />
      </div>
    </Page>
  );
}

export function GridPage() {
  const { round = '' } = useParams();
  const asked = useGrid(Number(round) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={12} height={20} /></div><div className="k-card"><Bones rows={8} /></div></div></div>}>
      {(grid) => <Shown key={grid.round} grid={grid} />}
    </Answered>
  );
}
