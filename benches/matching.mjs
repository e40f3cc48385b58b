// Prints the speed promises of matching.sh: ours and pg_trgm's on the same labels and questions.
//
//   node matching.mjs OURS PEER
import { allKept, atMost } from './promise.mjs';

const ours = JSON.parse(process.argv[2]);
const ways = JSON.parse(process.argv[3]);
const peer = ways.reduce((a, b) => (b.ms < a.ms ? b : a));
const share = (value) => `${(100 * value).toFixed(1)} %`;

console.log(`  ${ours.labels} labels, index built in ${ours.built_ms} ms`);
for (const way of ways)
  console.log(`  pg_trgm, ${way.way}: ${way.ms.toFixed(1)} ms a question, first right ${share(way.first)} of 200`);
console.log(`  ours: first right ${share(ours.first_of_same)} of the same 200, ${share(ours.first)} of 20,000`);
atMost('a question, one thread', ours.us, 100, 'µs');
atMost('a question, against pg_trgm / 200', ours.us, (1000 * peer.ms) / 200, 'µs', `${((1000 * peer.ms) / ours.us).toFixed(0)}×`);
atMost('questions whose first is wrong, against pg_trgm', 100 * (1 - ours.first_of_same), 100 * (1 - Math.max(...ways.map((w) => w.first))), '%');
atMost('memory of the index', ours.mb, 60, 'MB');
atMost(`1,000 rows to ${ours.concepts} concepts, two threads`, ours.import_ms, 200, 'ms');
process.exit(allKept() ? 0 : 1);
