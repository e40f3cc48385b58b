// Prints what bench_adjacency measured beside the goals: as good as the best of the others on the same rows, but for one
// per cent, since sparse profiles tell them hardly apart.
import { readFileSync } from 'node:fs';
import { allKept, atLeast } from './promise.mjs';

const measured = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const [source, { occupations, similarity, ...others }] of Object.entries(measured)) {
  console.log(`${source}: ${occupations} occupations, ${similarity.asked} with others in their group`);
  for (const figure of ['recall', 'mrr']) {
    const said = Object.entries(others).map(([name, of]) => `${name} ${of[figure].toFixed(3)}`).join(', ');
    atLeast(`  ${figure === 'recall' ? 'of their group among the ten nearest' : 'mean 1 / rank of the first of it'}`, similarity[figure], 0.99 * Math.max(...Object.values(others).map((of) => of[figure])), said);
  }
}
process.exit(allKept() ? 0 : 1);
