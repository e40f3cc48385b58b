// Prints what bench_transfer measured beside the goals.
import { readFileSync } from 'node:fs';
import { allKept, atMost } from './promise.mjs';

const measured = JSON.parse(readFileSync(process.argv[2], 'utf8'));

atMost('500 × 500 roles of 30 requirements, one thread', measured.ours, 50, 'ms', `${measured.pairs} pairs, ${measured.suggested} suggested`);
atMost('  requirement by requirement ÷ 50', measured.ours, measured.plain / 50, 'ms', `${(measured.plain / 1000).toFixed(1)} s, ${Math.round(measured.plain / measured.ours)} ×`);
atMost('  pairs on which the two disagree', measured.off, 0, '');
atMost('likenesses of 13,939 skills', measured.ground, 250, 'ms');
process.exit(allKept() ? 0 : 1);
