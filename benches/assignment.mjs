// Sets what bench_assignment measured beside the goals and LEMON's network simplex.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allKept, atMost } from './promise.mjs';

const work = process.argv[2];
const measured = (name) => JSON.parse(readFileSync(join(work, `${name}.json`), 'utf8'));

for (const places of ['0.8', '1.2']) {
  const ours = measured(`ours-${places}`);
  const peer = measured(`peer-${places}`);
  const all = ours.costs + ours.assigning;
  atMost(`${ours.people} people × ${ours.roles} roles, ${places} places a head, costs included`, all, 700, 'ms', `costs ${ours.costs.toFixed(0)} ms on two threads, ${(ours.bids / ours.people).toFixed(1)} bids a head`);
  atMost('  LEMON ÷ 50', all, peer.assigning / 50, 'ms', `LEMON ${(peer.assigning / 1000).toFixed(1)} s: ${Math.round(peer.assigning / all)} ×`);
  atMost('  proven gap', 100 * ours.gap, 0.001, '%', ours.least ? 'proven least' : 'not proven least');
  atMost("  beyond LEMON's cost", ours.cost - peer.cost, 0, 'hours', `${ours.cost} hours`);
  atMost('  memory', ours.megabytes, peer.megabytes / 10, 'MB', `LEMON ${peer.megabytes} MB`);
  atMost('  refused by the verifier', ours.verified ? 0 : 1, 0, '');
}
process.exit(allKept() ? 0 : 1);
