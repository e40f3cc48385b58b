// Draws the gap map, or the part of it that a window shows, on a canvas. Reads colours from the tokens once per theme.
import type { GapMap } from '../api/types';
import { cellView, span, type CellView, type Geometry, type Measure, type Row } from './heat';

export interface Colours {
  paper: string;
  card: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  line2: string;
  fjall: string;
  fjallSoft: string;
  hatch: string;
  steps: string[];
  inks: string[];
}

export interface Scene {
  map: GapMap;
  rows: Row[];
  columns: number[];
  names: string[];
  measure: Measure;
  /** What a cell says, when it is not what the map says by itself. */
  view?: (unit: number, skill: number) => CellView;
  geometry: Geometry;
  number: (n: number) => string;
  hover?: { row: number; column: number } | null;
  focus?: { row: number; column: number } | null;
  selected?: { row: number; column: number } | null;
}

export interface Window {
  width: number;
  height: number;
  left: number;
  top: number;
}

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance of #rrggbb (WCAG). */
export function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(parseInt(colour.slice(i, i + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The darker or the lighter ink, whichever reads better on a step of the scale. */
export const inkOn = (colour: string) => (contrast(colour, '#ffffff') > contrast(colour, '#14080d') ? '#ffffff' : '#14080d');

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const steps = [0, 1, 2, 3, 4, 5].map((i) => token(`--h${i}`));
  return {
    paper: token('--paper'), card: token('--card'), ink: token('--ink'), ink2: token('--ink-2'), ink3: token('--ink-3'), line: token('--line'), line2: token('--line-2'),
    fjall: token('--fjall'), fjallSoft: token('--fjall-soft'), hatch: token('--hatch'), steps, inks: steps.map(inkOn),
  };
}

const font = (size: number, weight = 400) => `${weight} ${size}px "Inter Variable", "Segoe UI", system-ui, sans-serif`;

function tile(size: number, ratio: number, draw: (ctx: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const ctx = canvas.getContext('2d');
  if (ctx) {
    ctx.scale(ratio, ratio);
    draw(ctx);
  }
  return canvas;
}

const made = new WeakMap<Colours, { ratio: number; pair: [CanvasPattern | string, CanvasPattern | string] }>();

/** Hatch for unknown, dots for hidden: the same two patterns as in the style sheet; made once per theme. */
function patterns(ctx: CanvasRenderingContext2D, colours: Colours, ratio: number) {
  const before = made.get(colours);
  if (before?.ratio === ratio) return before.pair;
  const pair = makePatterns(ctx, colours, ratio);
  made.set(colours, { ratio, pair });
  return pair;
}

function makePatterns(ctx: CanvasRenderingContext2D, colours: Colours, ratio: number) {
  const hatch = tile(6, ratio, (c) => {
    c.strokeStyle = colours.hatch;
    c.lineWidth = 1.3;
    c.beginPath();
    for (const from of [-6, 0, 6]) {
      c.moveTo(from, 6);
      c.lineTo(from + 6, 0);
    }
    c.stroke();
  });
  const dots = tile(6, ratio, (c) => {
    c.fillStyle = colours.hatch;
    c.beginPath();
    c.arc(3, 3, 1.1, 0, 7);
    c.fill();
  });
  const scale = new DOMMatrix().scale(1 / ratio);
  return [hatch, dots].map((picture) => {
    const pattern = ctx.createPattern(picture, 'repeat');
    pattern?.setTransform(scale);
    return pattern ?? colours.line;
  }) as [CanvasPattern | string, CanvasPattern | string];
}

const clipped = new Map<string, string>();
function clip(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  const key = `${ctx.font}|${Math.round(room)}|${text}`;
  const known = clipped.get(key);
  if (known !== undefined) return known;
  let shown = text;
  if (ctx.measureText(text).width > room) {
    let end = text.length;
    while (end > 1 && ctx.measureText(`${text.slice(0, end).trimEnd()}…`).width > room) end--;
    shown = `${text.slice(0, end).trimEnd()}…`;
  }
  if (clipped.size > 5000) clipped.clear();
  clipped.set(key, shown);
  return shown;
}

/** Width of the longest column name, for the height of the header. */
export function longestName(ctx: CanvasRenderingContext2D, names: string[]): number {
  ctx.font = font(12.5);
  return names.reduce((most, name) => Math.max(most, ctx.measureText(name).width), 0);
}

export function paint(ctx: CanvasRenderingContext2D, scene: Scene, window: Window, colours: Colours, ratio: number) {
  const { map, rows, columns, names, measure, geometry: g } = scene;
  const [hatch, dots] = patterns(ctx, colours, ratio);
  const gap = 1;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, window.width, window.height);
  ctx.fillStyle = colours.card;
  ctx.fillRect(0, 0, window.width, window.height);

  const [firstRow, lastRow] = span(window.top, window.height - g.top, g.row, rows.length);
  const [firstColumn, lastColumn] = span(window.left, window.width - g.head, g.cell, columns.length);
  const x = (column: number) => g.head + column * g.cell - window.left;
  const y = (row: number) => g.top + row * g.row - window.top;

  // Cells.
  ctx.save();
  ctx.beginPath();
  ctx.rect(g.head, g.top, window.width - g.head, window.height - g.top);
  ctx.clip();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (let row = firstRow; row < lastRow; row++) {
    const unit = rows[row]?.unit ?? 0;
    for (let column = firstColumn; column < lastColumn; column++) {
      const left = x(column) + gap;
      const top = y(row) + gap;
      const width = g.cell - 2 * gap;
      const height = g.row - 2 * gap;
      const skill = columns[column] ?? 0;
      const cell = scene.view ? scene.view(unit, skill) : cellView(map, measure, unit, skill);
      if (cell.kind === 'none') {
        ctx.fillStyle = colours.line2;
        ctx.fillRect(left + width / 2 - 2.5, top + height / 2 - 0.5, 5, 1);
        continue;
      }
      ctx.beginPath();
      ctx.roundRect(left, top, width, height, 4);
      if (cell.kind !== 'value') {
        ctx.fillStyle = cell.kind === 'unknown' ? hatch : dots;
        ctx.fill();
        ctx.strokeStyle = colours.line;
        ctx.lineWidth = 1;
        ctx.stroke();
        continue;
      }
      const better = cell.better ? (cell.step < 4 ? colours.fjallSoft : colours.fjall) : undefined;
      ctx.fillStyle = better ?? colours.steps[cell.step] ?? colours.card;
      ctx.fill();
      if (cell.doubt) {
        ctx.save();
        ctx.clip();
        ctx.beginPath();
        ctx.moveTo(left + width, top + height - 9);
        ctx.lineTo(left + width, top + height);
        ctx.lineTo(left + width - 9, top + height);
        ctx.closePath();
        ctx.fillStyle = colours.card;
        ctx.fill();
        ctx.fillStyle = hatch;
        ctx.fill();
        ctx.restore();
      }
      if (cell.text) {
        ctx.font = font(11, cell.step >= 4 ? 650 : 400);
        ctx.fillStyle = better ? inkOn(better) : (colours.inks[cell.step] ?? colours.ink);
        ctx.globalAlpha = cell.step < 2 ? 0.8 : 1;
        ctx.fillText(cell.text, left + width / 2, top + height / 2 + 0.5);
        ctx.globalAlpha = 1;
      }
    }
  }
  const ring = (place: { row: number; column: number } | null | undefined, colour: string, width: number) => {
    if (!place || place.row < 0 || place.column < 0) return;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.roundRect(x(place.column) + 0.5, y(place.row) + 0.5, g.cell - 1, g.row - 1, 5);
    ctx.stroke();
  };
  ring(scene.hover, colours.ink3, 1.5);
  ring(scene.selected, colours.ink, 2);
  ring(scene.focus, colours.fjall, 2.5);
  ctx.restore();

  // Unit names.
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, g.top, g.head, window.height - g.top);
  ctx.clip();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const indent = g.head < 160 ? 8 : 15;
  for (let row = firstRow; row < lastRow; row++) {
    const line = rows[row];
    if (!line) continue;
    const middle = y(row) + g.row / 2;
    const lit = scene.hover?.row === row || scene.selected?.row === row || scene.focus?.row === row;
    if (scene.focus?.row === row && scene.focus.column === -1) {
      ctx.strokeStyle = colours.fjall;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.roundRect(2, y(row) + 2, g.head - 8, g.row - 4, 5);
      ctx.stroke();
    }
    let left = 6 + line.depth * indent;
    if (line.parent) {
      ctx.strokeStyle = colours.ink3;
      ctx.lineWidth = 1.5;
      ctx.beginPath();
      if (line.open) {
        ctx.moveTo(left, middle - 2);
        ctx.lineTo(left + 4, middle + 2);
        ctx.lineTo(left + 8, middle - 2);
      } else {
        ctx.moveTo(left + 2, middle - 4);
        ctx.lineTo(left + 6, middle);
        ctx.lineTo(left + 2, middle + 4);
      }
      ctx.stroke();
    }
    left += 14;
    ctx.font = font(11.5);
    const people = scene.number(line.people);
    const room = g.head - left - 12 - ctx.measureText(people).width - 6;
    ctx.font = font(12.5, line.depth === 0 ? 650 : lit ? 550 : 400);
    ctx.fillStyle = line.depth === 0 || lit ? colours.ink : line.depth === 1 ? colours.ink2 : colours.ink3;
    const shown = clip(ctx, line.name, room);
    ctx.fillText(shown, left, middle + 0.5);
    const after = left + ctx.measureText(shown).width + 6;
    ctx.font = font(11.5);
    ctx.fillStyle = colours.ink3;
    ctx.fillText(people, after, middle + 0.5);
  }
  ctx.restore();

  // Skill names, read from below.
  ctx.save();
  ctx.beginPath();
  ctx.rect(g.head, 0, window.width - g.head, g.top);
  ctx.clip();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (let column = firstColumn; column < lastColumn; column++) {
    const lit = scene.hover?.column === column || scene.selected?.column === column || scene.focus?.column === column;
    ctx.save();
    ctx.translate(x(column) + g.cell / 2, g.top - 8);
    ctx.rotate(-Math.PI / 2);
    ctx.font = font(12.5, lit ? 650 : 400);
    ctx.fillStyle = lit ? colours.ink : colours.ink2;
    ctx.fillText(clip(ctx, names[columns[column] ?? 0] ?? '', g.top - 14), 0, 0);
    ctx.restore();
  }
  ctx.restore();

  // A hair line where the frozen parts cover what is scrolled beneath them.
  ctx.fillStyle = colours.line;
  if (window.top > 0) ctx.fillRect(0, g.top - 1, window.width, 1);
  if (window.left > 0) ctx.fillRect(g.head - 3, g.top, 1, window.height);
}

/** The whole map as a picture, in the colours of the page. */
export function picture(scene: Scene, colours: Colours): Promise<Blob | null> {
  const { geometry: g } = scene;
  const width = g.head + scene.columns.length * g.cell + 16;
  const height = g.top + scene.rows.length * g.row + 16;
  const ratio = Math.min(2, 16000 / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  const ctx = canvas.getContext('2d');
  if (!ctx) return Promise.resolve(null);
  paint(ctx, { ...scene, hover: null, focus: null, selected: null }, { width, height, left: 0, top: 0 }, colours, ratio);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
