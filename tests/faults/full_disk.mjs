// A data folder on a small disk that fills up.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { Client } from './client.mjs';
import { assessmentsFile } from './files.mjs';
import { atEnd, demo, kunna, mustKunna, postgresIn, Server, tempFolder } from './kunna.mjs';
import { openLedger } from './ledger.mjs';
import { equal, expect, skip, test } from './testing.mjs';

/** A disk of so many MB, gone at the end. */
function smallDisk(megabytes) {
  const folder = tempFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) skip(`a small disk cannot be mounted here: ${mounted.stderr?.trim() ?? mounted.error.message}`);
  atEnd(() => spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Fills what is left of the disk, but for so many bytes. */
function fill(folder, leave) {
  const ballast = fs.openSync(path.join(folder, 'ballast'), 'w');
  const room = fs.statfsSync(folder);
  let left = room.bavail * room.bsize - leave;
  try {
    while (left > 0) left -= fs.writeSync(ballast, Buffer.alloc(Math.min(left, 1 << 16)));
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  }
  fs.closeSync(ballast);
}
const free = (folder) => fs.rmSync(path.join(folder, 'ballast'));

/** The same on both databases. */
function onBoth(sentence, run) {
  test(`SQLite: ${sentence}`, () => run('SQLite', (disk) => ['--data', path.join(disk, 'data')]));
  test(`PostgreSQL: ${sentence}`, () => run('PostgreSQL', postgresIn));
}

export function fullDiskTests() {
  onBoth('a full disk answers 507, reads go on, and writing goes on once there is room, without a restart', async (engine, placeOn) => {
    const disk = smallDisk(32);
    const place = placeOn(disk);
    const accounts = demo(place);
    const server = await Server.start(place);
    const ledger = await openLedger(Client, server.port, accounts);
    const { hr } = ledger.people;
    const refusals = [];
    for (let round = 0; round < 3; round += 1) {
      const enough = ledger.count('kept') + 100;
      await ledger.writers(16, () => ledger.count('kept') < enough);
      fill(disk, 100_000);
      const many = refusals.length + 200;
      await ledger.writers(16, () => refusals.length < many, (answer) => refusals.push(answer));
      // Reading needs no room.
      await hr.must(hr.get('/insights/map'));
      await hr.must(hr.get('/people'));
      equal((await fetch(`http://127.0.0.1:${server.port}/livez`)).status, 200, 'the server lives');
      // The disk of a PostgreSQL elsewhere is not the server's to see, and all servers on it would go down for a read.
      if (engine === 'SQLite') equal((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status, 503, 'and says that it is not ready');
      free(disk);
      // The first request after there is room again succeeds.
      const answer = await hr.post('/units', { code: `room${round}`, name: 'Plats' });
      equal(answer.status, 201, `a write once there is room (${answer.text})`);
      equal((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status, 200, 'ready again');
    }
    for (const answer of refusals) {
      equal(answer.status, 507, `a write to a full disk (${answer.text})`);
      equal(answer.json.code, 'http.storage_full', 'its code');
      expect(answer.headers['content-type'].startsWith('application/problem+json'), 'a problem');
    }
    await ledger.check();
    equal((await server.stop()).code, 0, 'exit code');
    mustKunna('audit', 'verify', ...place);
    const found = kunna('doctor', ...place).out;
    expect(found.includes('the trail is whole'), `doctor finds the trail whole (${found})`);
    if (engine === 'SQLite') expect(found.includes('the database is whole'), `doctor finds the database whole (${found})`);
    return `${ledger.count('kept')} kept, ${refusals.length} refused with 507`;
  });

  onBoth('an import that fills the disk is refused whole, says so, and succeeds once there is room', async (_, placeOn) => {
    const disk = smallDisk(32);
    const place = placeOn(disk);
    demo(place);
    const file = assessmentsFile(place, tempFolder(), 30_000);
    const before = kunna('gaps', ...place, '--by', 'person', '--format', 'csv').out;
    fill(disk, 600_000);
    const full = kunna('import', 'assessments', file, ...place);
    equal(full.code, 1, `exit code (${full.out}${full.err})`);
    expect(/disk|space|full/i.test(full.err), `the reason is told: ${full.err}`);
    free(disk);
    equal(kunna('gaps', ...place, '--by', 'person', '--format', 'csv').out, before, 'what is stored');
    mustKunna('import', 'assessments', file, ...place);
    mustKunna('audit', 'verify', ...place);
  });

  test('SQLite: an upload that fills the disk is refused with 507, leaves nothing behind, and succeeds once there is room', async () => {
    const disk = smallDisk(24);
    const place = ['--data', path.join(disk, 'data')];
    const accounts = demo(place);
    const server = await Server.start(place);
    const hr = await new Client(server.port).signIn(accounts.hr);
    const bytes = Buffer.from('Anställningsnummer;Namn\n' + '12345;Anna Svensson\n'.repeat(200_000));
    const upload = () =>
      hr.send('POST', '/imports?kind=people&filename=personal.csv', bytes, { 'Content-Type': 'application/octet-stream' });
    fill(disk, 2_000_000);
    const files = () => fs.readdirSync(path.join(disk, 'data')).filter((name) => !name.startsWith('kunna.'));
    const refused = await upload();
    equal(refused.status, 507, `a file that does not fit (${refused.text})`);
    equal(files(), [], 'files left behind');
    equal((await hr.must(hr.get('/imports'))).items, [], 'uploads');
    free(disk);
    equal((await upload()).status, 201, 'the same file once there is room');
    equal((await server.stop()).code, 0, 'exit code');
  });
}
