// Files to import, good and bad, made of what a demonstration company holds.
import fs from 'node:fs';
import path from 'node:path';

import { mustKunna } from './kunna.mjs';
import { until } from './testing.mjs';

/** Rows of a table that `kunna gaps` prints. */
export function table(place, by) {
  const [head, ...lines] = mustKunna('gaps', ...place, '--by', by, '--format', 'csv').trim().split(/\r?\n/);
  const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((found) => found[1]);
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((value, n) => [names[n], value])));
}

/** A file of so many assessments that are not stored yet. */
export function assessmentsFile(place, folder, rows) {
  const required = table(place, 'requirement');
  const file = path.join(folder, 'assessments.csv');
  const lines = ['Employee ID;Skill ID;Level;Source;Date'];
  for (let n = 0; n < rows; n += 1) {
    const row = required[n % required.length];
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / required.length))).toISOString().slice(0, 10);
    lines.push(`${row.person};${row.skill};${1 + (n % 4)};interview;${day}`);
  }
  fs.writeFileSync(file, lines.join('\n') + '\n');
  return file;
}

/** The wizard's way: upload, the suggested mapping, check. Answers the import when the check has ended. */
export async function checkInWizard(hr, kind, name, bytes) {
  const octets = { 'Content-Type': 'application/octet-stream' };
  const uploaded = await hr.send('POST', `/imports?kind=${kind}&filename=${encodeURIComponent(name)}`, bytes, octets);
  if (uploaded.status !== 201) return { refused: uploaded };
  const mapped = await hr.send('PUT', `/imports/${uploaded.json.id}/mapping`, uploaded.json.mapping);
  if (mapped.status !== 200) return { refused: mapped, id: uploaded.json.id };
  return { import: await settled(hr, uploaded.json.id), id: uploaded.json.id };
}
export async function settled(hr, id, milliseconds = 60_000) {
  return until(
    async () => {
      const found = await hr.must(hr.get(`/imports/${id}`));
      return ['checking', 'applying'].includes(found.state) ? null : found;
    },
    milliseconds,
    `import ${id} has ended`,
  );
}
