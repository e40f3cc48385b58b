// Prints what bench_forecast measured beside the goals. A simulation of 1,000 runs is as many times one run, shared
// between two threads.
import { readFileSync } from 'node:fs';
import { allKept, atMost } from './promise.mjs';

const [hundred, million, all] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const simulated = (of) => (of.run * 1000) / 2;

atMost('100,000 people × 60 months, 2 threads', hundred.two, 10, 'ms', `${hundred.cells} cells, one thread ${hundred.one.toFixed(1)} ms`);
atMost('1,000,000 people × 60 months, 2 threads', million.two, 60, 'ms', `${million.cells} cells, one thread ${million.one.toFixed(1)} ms`);
atMost('  1,000 simulated runs ÷ 800', hundred.two, simulated(hundred) / 800, 'ms', `1,000 runs ${(simulated(hundred) / 1000).toFixed(1)} s, ${Math.round(simulated(hundred) / hundred.two)} ×`);
atMost('  the same at 1,000,000', million.two, simulated(million) / 800, 'ms', `1,000 runs ${(simulated(million) / 1000).toFixed(1)} s, ${Math.round(simulated(million) / million.two)} ×`);
atMost('shortage, standard errors from the simulated', Math.abs(hundred.off), 3, '', `${hundred.shortage} beside ${hundred.simulated}`);
atMost('30 requirements a role, 100,000 people, 2 threads', all.two, 100, 'ms', `${all.cells} cells; what depends on today alone ${all.stock.toFixed(0)} ms`);
process.exit(allKept() ? 0 : 1);
