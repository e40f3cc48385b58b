// Sets what bench_plan measured beside the goals, and HiGHS to work on the same problems.
import highs from 'highs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allKept, atMost } from './promise.mjs';

const work = process.argv[2];
const measured = (name) => JSON.parse(readFileSync(join(work, `${name}.json`), 'utf8'));
const solver = await highs();
const solved = (name, options) => {
  const lp = readFileSync(join(work, `${name}.lp`), 'utf8');
  const began = performance.now();
  const { Status, ObjectiveValue } = solver.solve(lp, options);
  return { status: Status, value: ObjectiveValue, seconds: (performance.now() - began) / 1000 };
};
const percent = (share) => `${(share * 100).toFixed(2)} %`;

const few = measured(200);
const optimum = solved(200, { time_limit: 300, mip_rel_gap: 1e-6 });
atMost('200 people × 1,000 courses, below the optimum', (100 * (optimum.value - few.value)) / optimum.value, 0.5, '%', `HiGHS ${optimum.status.toLowerCase()} after ${optimum.seconds.toFixed(1)} s, ours ${few.seconds.toFixed(3)} s`);

const thousand = measured(1000);
const same = solved(1000, { time_limit: 300, objective_target: thousand.value });
const reached = same.value >= thousand.value * (1 - 1e-9);
atMost('1,000 × 1,000, plan and bound', thousand.seconds, same.seconds / 150, 's', `HiGHS ${reached ? 'reaches our value' : 'has not reached our value'} after ${same.seconds.toFixed(0)} s: ${reached ? '' : 'more than '}${Math.round(same.seconds / thousand.seconds)} ×; proven gap ${percent(thousand.gap)}`);

const many = measured(100000);
const one = measured('one');
atMost('100,000 × 1,000, 2 threads', many.seconds, 5, 's', `${(many.candidates / many.people).toFixed(1)} courses to choose from a head; one thread ${one.seconds.toFixed(1)} s`);
atMost('  proven gap', 100 * many.gap, 0.7, '%', `value ${many.value}, bound ${Math.round(many.bound)}`);
atMost('  memory', many.megabytes, 150, 'MB');
atMost('  again after one lock', many.warm, 0.5, 's', `${many.changed} of ${many.people} changed, proven gap ${percent(many.warm_gap)}`);
atMost('  one thread and two differ by', Math.abs(many.value - one.value) + Math.abs(many.bound - one.bound), 0, '');
const most = measured(1000000);
atMost('1,000,000 × 1,000, 2 threads', most.seconds, 30, 's', `proven gap ${percent(most.gap)}, ${most.megabytes} MB`);
atMost('plans that the verifier refuses', [few, thousand].filter((one) => !one.verified || !one.kept).length, 0, '');
process.exit(allKept() ? 0 : 1);
