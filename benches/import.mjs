// Imports the files of a large company and says how long it took:  node import.mjs FOLDER
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeCompany } from './company.mjs';
import { allKept, atMost } from './promise.mjs';

const binary = process.env.KUNNA_BINARY;
const count = Number(process.env.KUNNA_BENCH_PEOPLE ?? 100_000);
const mapping = {
  columns: { role_key: 'Rollnyckel', role_sv: 'Roll', skill: 'Kompetens', level: 'Nivå', importance: 'Betydelse', must: 'Skall', valid_from: 'Gäller från' },
  options: { new_skills: true },
};

/** Seconds and the most memory of one command. */
function run(...args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let peak = 0;
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    const look = setInterval(() => {
      try {
        const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
      } catch {
        // It has just ended.
      }
    }, 50);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, peak, said });
      else reject(new Error(`kunna ${args.join(' ')}: exit ${code}\n${said}`));
    });
  });
}

/** Imports into folder/data, which is made anew. Answers seconds and MB. */
export async function importCompany(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  const files = path.join(folder, 'files');
  const { statements } = writeCompany(files, count);
  const map = path.join(files, 'mapping.json');
  fs.writeFileSync(map, JSON.stringify(mapping));
  const data = path.join(folder, 'data');
  const steps = {};
  for (const [kind, more] of [['roles', ['--mapping', map]], ['people', []], ['assessments', []]])
    steps[kind] = await run('import', kind, path.join(files, `${kind}.csv`), ...more, '--data', data);
  const all = Object.values(steps);
  fs.rmSync(files, { recursive: true });
  return {
    statements,
    data,
    seconds: all.reduce((sum, step) => sum + step.seconds, 0),
    peak: Math.max(...all.map((step) => step.peak)),
    told: Object.entries(steps).map(([kind, step]) => `${kind} ${step.seconds.toFixed(1)} s`).join(', '),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const done = await importCompany(process.argv[2]);
  console.log(`${count} people, ${done.statements} statements: ${done.told}`);
  atMost('import from CSV, in total', done.seconds, 60, 's');
  // No promise of its own, but files may be larger than memory.
  atMost('memory of the import', done.peak, 400, 'MB');
  process.exitCode = allKept() ? 0 : 1;
}
