// How a promise is printed: ours, the goal, the ratio; and whether all were kept.
let kept = true;

/** A figure that must not exceed its goal. */
export function atMost(what, ours, goal, unit, more = '') {
  const ok = ours <= goal;
  kept &&= ok;
  const figure = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
  console.log(
    `${what.padEnd(52)} ours ${figure(ours).padStart(9)} · goal ≤ ${figure(goal)} · ratio ${(goal / ours).toFixed(1)}: ${ok ? 'kept' : 'MISSED'}${more ? ` (${more})` : ''}`,
  );
}
/** A share that must reach its goal. */
export function atLeast(what, ours, goal, more = '') {
  const ok = ours >= goal;
  kept &&= ok;
  console.log(`${what.padEnd(52)} ours ${ours.toFixed(3).padStart(9)} · goal ≥ ${goal.toFixed(3)} · ratio ${(ours / goal).toFixed(2)}: ${ok ? 'kept' : 'MISSED'}${more ? ` (${more})` : ''}`);
}
export const allKept = () => kept;

/** The nth percentile. */
export function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
