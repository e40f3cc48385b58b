// The geometry of a fan: from months and people to points of a picture, and round numbers for its axis.
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Round numbers from below `least` to above `most`, 1, 2, 2.5 or 5 × 10ⁿ apart; from 0 unless all lies far above it. */
export function ticks(least: number, most: number, steps = 4): number[] {
  if (!(most > 0)) return [0, 1];
  const from = least > 0.6 * most ? least : 0;
  const wide = Math.max(most - from, most * 0.02) / steps;
  const ten = 10 ** Math.floor(Math.log10(wide));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * ten).find((n) => n >= wide - 1e-9) ?? 10 * ten;
  const first = Math.floor(from / step + 1e-9);
  const all = [first * step];
  for (let n = first + 1; (n - 1) * step < most - 1e-9; n++) all.push(n * step);
  return all;
}

/** The number of a month; 0 beyond the last. */
export const at = (values: number[], month: number) => values[month] ?? 0;

export function scales(frame: Frame, months: number, least: number, most: number) {
  const x = (month: number) => frame.left + (month / Math.max(1, months)) * (frame.width - frame.left - frame.right);
  const y = (people: number) => frame.height - frame.bottom - ((people - least) / Math.max(1e-9, most - least)) * (frame.height - frame.top - frame.bottom);
  return { x, y };
}

export type Scales = ReturnType<typeof scales>;

const point = ({ x, y }: Scales, value: number, month: number) => `${x(month).toFixed(1)} ${y(value).toFixed(1)}`;

export const line = (to: Scales, values: number[]) => values.map((value, month) => `${month === 0 ? 'M' : 'L'}${point(to, value, month)}`).join('');

/** Between two lines: along the upper and back along the lower. */
export const band = (to: Scales, low: number[], high: number[]) =>
  high.length === 0 ? '' : `${line(to, high)}${low.map((value, month) => `L${point(to, value, month)}`).reverse().join('')}Z`;
