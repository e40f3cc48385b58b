// The gap map on a canvas that draws only what its window shows; the same grid for keyboards and screen readers.
import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { GapMap, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { at, cellView, geometry, hit, reveal, type Measure, type Row } from './heat';
import styles from './HeatMap.module.css';
import { longestName, paint, readColours, type Colours, type Scene } from './paint';
import { insights } from './texts';

interface Props {
  map: GapMap;
  rows: Row[];
  columns: number[];
  names: string[];
  measure: Measure;
  selected: { unit: Id; skill: Id } | null;
  onSelect: (unit: Id, skill: Id) => void;
  onToggle: (unit: Id) => void;
  /** What a cell says and how it is said aloud, when it is not what the map says by itself. */
  view?: Scene['view'];
  aloud?: (unit: number, skill: number) => string;
  /** Hands out the scene as drawn, for the picture export. */
  drawn: { current: { scene: Scene; colours: Colours } | null };
}

type Place = { row: number; column: number };

export function useSaid(map: GapMap) {
  const t = useTexts(insights);
  const f = useFormats();
  return useCallback(
    (unit: number, skill: number): string => {
      const cell = cellView(map, 'weighted_gap', unit, skill);
      const i = at(map, unit, skill);
      if (cell.kind === 'none') return t.saidNone;
      if (cell.kind === 'hidden') return t.saidHidden;
      if (cell.kind === 'unknown') return t.saidUnknown(cell.unknown);
      const share = (value: number | undefined) => f.percent((value ?? 0) / 10000);
      return t.saidValue(map.below[i] ?? 0, map.required[i] ?? 0, share(map.weighted_gap[i]), share(map.coverage[i]), map.unknown[i] ?? 0);
    },
    [map, t, f],
  );
}

export function HeatMap({ map, rows, columns, names, measure, selected, onSelect, onToggle, view, aloud, drawn }: Props) {
  const t = useTexts(insights);
  const f = useFormats();
  const id = useId();
  const ownWords = useSaid(map);
  const said = aloud ?? ownWords;
  const { colorScheme } = useMantineColorScheme();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [hover, setHover] = useState<(Place & { x: number; y: number }) | null>(null);
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const [fontsIn, setFontsIn] = useState(false);

  useEffect(() => {
    void document.fonts.ready.then(() => setFontsIn(true));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measureIt = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measureIt();
    const watcher = new ResizeObserver(measureIt);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const longest = useMemo(() => {
    const ctx = document.createElement('canvas').getContext('2d');
    return ctx ? longestName(ctx, columns.map((column) => names[column] ?? '')) : 120;
    // Measured again when the font has come.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [columns, names, fontsIn]);
  const g = useMemo(() => geometry(size.width, columns.length, longest), [size.width, columns.length, longest]);
  const total = { width: Math.max(g.head + columns.length * g.cell + 2, 0), height: g.top + rows.length * g.row + 6 };

  const chosen = useMemo<Place | null>(() => {
    if (!selected) return null;
    const row = rows.findIndex((one) => one.id === selected.unit);
    const column = columns.findIndex((skill) => map.skills[skill]?.id === selected.skill);
    return row >= 0 && column >= 0 ? { row, column } : null;
  }, [selected, rows, columns, map]);

  const scene = useMemo<Scene>(
    () => ({ map, rows, columns, names, measure, view, geometry: g, number: f.number, hover, focus: focused ? focus : null, selected: chosen }),
    [map, rows, columns, names, measure, view, g, f, hover, focus, focused, chosen],
  );

  // The theme is an attribute of the page; the colours follow it after it has been set.
  const colours = useRef<Colours | null>(null);
  const draw = useCallback(() => {
    const element = scroller.current;
    const board = canvas.current;
    const ctx = board?.getContext('2d');
    if (!element || !board || !ctx || element.clientWidth === 0) return;
    colours.current ??= readColours(element);
    const ratio = window.devicePixelRatio || 1;
    const width = element.clientWidth;
    const height = element.clientHeight;
    if (board.width !== Math.round(width * ratio) || board.height !== Math.round(height * ratio)) {
      board.width = Math.round(width * ratio);
      board.height = Math.round(height * ratio);
      board.style.width = `${width}px`;
      board.style.height = `${height}px`;
    }
    paint(ctx, scene, { width, height, left: element.scrollLeft, top: element.scrollTop }, colours.current, ratio);
    // The moment the promise of speed is measured at (bench/).
    if (!drawn.current) performance.mark('kunna:gap-map-shown');
    drawn.current = { scene, colours: colours.current };
  }, [scene, drawn]);

  useLayoutEffect(draw, [draw, size, fontsIn]);
  const latest = useRef(draw);
  useLayoutEffect(() => {
    latest.current = draw;
  }, [draw]);
  const shownScheme = useRef(colorScheme);
  useEffect(() => {
    const fresh = () => {
      colours.current = null;
      latest.current();
    };
    // Not at first: the map has just been drawn in the colours of the page.
    const frame = shownScheme.current === colorScheme ? 0 : requestAnimationFrame(fresh);
    shownScheme.current = colorScheme;
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', fresh);
    return () => {
      cancelAnimationFrame(frame);
      system.removeEventListener('change', fresh);
    };
  }, [colorScheme]);

  const frame = useRef(0);
  const onScroll = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(draw);
    if (hover) setHover(null);
  };

  const placeOf = (event: PointerEvent | React.MouseEvent): (Place & { x: number; y: number }) | null => {
    const element = scroller.current;
    if (!element) return null;
    const box = element.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const found = hit(g, { left: element.scrollLeft, top: element.scrollTop }, point, rows.length, columns.length);
    return found && { ...found, ...point };
  };

  const open = (place: Place) => {
    const row = rows[place.row];
    const skill = map.skills[columns[place.column] ?? -1];
    if (place.column === -1 && row) {
      if (row.parent) onToggle(row.id);
    } else if (place.row === -1 && skill && rows[0]) onSelect(rows[0].id, skill.id);
    else if (row && skill) onSelect(row.id, skill.id);
  };

  const moveTo = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(-1, Math.min(columns.length - 1, column)) };
    setFocus(next);
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = reveal(element.scrollTop, element.clientHeight - g.top, g.row, next.row);
    if (next.column >= 0) element.scrollLeft = reveal(element.scrollLeft, element.clientWidth - g.head, g.cell, next.column);
  };

  const onKey = (event: KeyboardEvent) => {
    const { row, column } = focus;
    const page = Math.max(1, Math.floor((size.height - g.top) / g.row) - 1);
    const line = rows[row];
    const keys: Record<string, () => void> = {
      ArrowDown: () => moveTo(row + 1, column),
      ArrowUp: () => moveTo(row - 1, column),
      ArrowRight: () => (column === -1 && line?.parent && !line.open ? onToggle(line.id) : moveTo(row, column + 1)),
      ArrowLeft: () => (column === -1 && line?.parent && line.open ? onToggle(line.id) : moveTo(row, column - 1)),
      PageDown: () => moveTo(row + page, column),
      PageUp: () => moveTo(row - page, column),
      Home: () => moveTo(event.ctrlKey ? 0 : row, event.ctrlKey ? 0 : -1),
      End: () => moveTo(event.ctrlKey ? rows.length - 1 : row, columns.length - 1),
      Enter: () => open(focus),
      ' ': () => open(focus),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    setHover(null);
    act();
  };

  const line = rows[focus.row];
  const skill = columns[focus.column];
  const hovered = hover && hover.row >= 0 ? rows[hover.row] : undefined;
  const hoveredSkill = hover && hover.column >= 0 ? columns[hover.column] : undefined;

  return (
    <div className={styles.frame}>
      {/* The window takes the keys; the one cell in focus is there as markup for assistive technology. */}
      <div
        ref={scroller}
        className={styles.window}
        style={{ height: Math.max(total.height + (total.width > size.width ? 14 : 0), 120) }}
        role="treegrid"
        aria-label={t.gridLabel}
        aria-rowcount={rows.length}
        aria-colcount={columns.length + 1}
        aria-activedescendant={focused ? `${id}-${focus.row}-${focus.column}` : undefined}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKey}
        onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        onPointerMove={(event) => event.pointerType === 'mouse' && setHover(placeOf(event))}
        onPointerLeave={() => setHover(null)}
        onClick={(event) => {
          const place = placeOf(event);
          if (!place) return;
          if (place.row >= 0) setFocus({ row: place.row, column: place.column });
          open(place);
        }}
      >
        <div style={{ width: total.width, height: total.height }}>
          <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        </div>
        {line && (
          <div role="row" className="k-unseen" aria-rowindex={focus.row + 1} aria-level={line.depth + 1} aria-expanded={line.parent ? line.open : undefined}>
            <span role="rowheader" id={focus.column === -1 ? `${id}-${focus.row}--1` : undefined} aria-colindex={1}>{line.name}</span>
            {skill !== undefined && (
              <span role="gridcell" id={`${id}-${focus.row}-${focus.column}`} aria-colindex={focus.column + 2} aria-selected={chosen?.row === focus.row && chosen.column === focus.column}>
                {line.name}, {names[skill]}: {said(line.unit, skill)}
              </span>
            )}
          </div>
        )}
      </div>
      {hover && (hovered ?? hoveredSkill !== undefined) && (hoveredSkill !== undefined || (hovered && hovered.name.length > 18)) && (
        <div className={styles.tip} style={{ left: Math.min(hover.x + 14, Math.max(0, size.width - 270)), top: hover.y + 18 }} aria-hidden="true">
          {hovered && <div className={styles.where}>{hovered.name}</div>}
          {hoveredSkill !== undefined && <b>{names[hoveredSkill]}</b>}
          {hovered && hoveredSkill !== undefined && <div>{said(hovered.unit, hoveredSkill)}</div>}
        </div>
      )}
    </div>
  );
}
