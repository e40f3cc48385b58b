// The long versions of tests/faults: node tests/soak/run.mjs [WORDS OF A SENTENCE]
//   KUNNA_SOAK_CYCLES  kills per database, 200 unless told
import fs from 'node:fs';
import path from 'node:path';

import { firstStartTests } from '../faults/first_start.mjs';
import { killTests } from '../faults/kill.mjs';
import { demo, mustKunna, places, SqlitePlace, tempFolder, watched } from '../faults/kunna.mjs';
import { equal, expect, runAll, test } from '../faults/testing.mjs';

const cycles = Number(process.env.KUNNA_SOAK_CYCLES ?? 200);
killTests(places, cycles);
firstStartTests(Math.ceil(cycles / 2));

/** A gigabyte of rows that are all as they should be, but for the last. */
function largeFile(file, head, row, last) {
  const handle = fs.openSync(file, 'w');
  fs.writeSync(handle, `${head}\r\n`);
  let size = 0;
  for (let n = 0; size < 2 ** 30; ) {
    const lines = [];
    for (let more = 0; more < 20_000; more += 1) lines.push(row((n += 1)));
    size += fs.writeSync(handle, `${lines.join('\r\n')}\r\n`);
  }
  fs.writeSync(handle, `${last}\r\n`);
  fs.closeSync(handle);
}

for (const [kind, head, row, last] of [
  ['people', 'Anställningsnummer;Förnamn;Efternamn;Enhet;Befattning;Anställd från', (n) => `${n};Åsa;Ek;Enhet ${n % 900};Provare;2024-01-01`, '7;Åsa;Ek;Lager;Provare;2024-13-01'],
  ['assessments', 'Anställningsnummer;Kompetens-id;Nivå;Källa;Datum', (n) => `00003;python;${n % 6};chef;2024-01-01`, '00003;python;17;chef;2024-01-01'],
]) {
  test(`a file of 1 GB of ${kind} that is wrong in its last row is refused, in bounded memory`, async () => {
    const place = new SqlitePlace();
    demo(place.args);
    const file = path.join(tempFolder(), 'large.csv');
    largeFile(file, head, row, last);
    const before = mustKunna('audit', 'verify', ...place.args);
    const done = await watched('import', kind, file, ...place.args);
    fs.rmSync(file);
    equal(done.code, 1, `exit code ${done.signal ?? ''} (${done.err.slice(0, 600)})`);
    equal(mustKunna('audit', 'verify', ...place.args), before, 'what is stored');
    expect(done.peak < 3000, `memory ${done.peak.toFixed(0)} MB`);
    return `${done.seconds.toFixed(0)} s, ${done.peak.toFixed(0)} MB; says ${done.err.split('\n')[0].slice(0, 160)}`;
  });
}

process.exitCode = (await runAll(process.argv[2])) ? 0 : 1;
process.exit();
