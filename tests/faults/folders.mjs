// Who may use a folder at the same time; copies taken while serving.
import fs from 'node:fs';
import path from 'node:path';

import { Client } from './client.mjs';
import { demo, kunna, kunnaBeside, mustKunna, places, PostgresPlace, Server, SqlitePlace, tempFolder } from './kunna.mjs';
import { Ledger, openLedger } from './ledger.mjs';
import { equal, expect, test } from './testing.mjs';

/** Every table that `kunna gaps` prints: what is stored, as a user sees it. */
function everything(place) {
  return ['organisation', 'unit', 'role', 'skill', 'person', 'requirement'].map((by) =>
    mustKunna('gaps', ...place, '--by', by, '--format', 'csv'),
  );
}

/** Of a ledger, the keys that a copy holds. A writer waits for each answer, so its keys lie in the order of writing. */
async function inCopy(ledger, accounts, place) {
  const server = await Server.start(place);
  const people = {};
  for (const persona of ['hr', 'manager', 'auditor']) people[persona] = await new Client(server.port).signIn(accounts[persona]);
  const copy = Object.assign(new Ledger(people), { unit: ledger.unit, report: ledger.report, skills: ledger.skills });
  copy.entries = ledger.entries;
  const found = await copy.found();
  await server.stop();
  return found;
}

export function folderTests() {
  test('a second server on the same folder is refused with the reason, and the first does not notice', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const second = kunna('serve', ...place.args, '--port', '0');
    equal(second.code, 1, 'exit code');
    expect(second.err.includes(place.folder) && second.err.includes(String(server.child.pid)), `the folder and the process are named: ${second.err}`);
    const importing = kunna('import', 'people', '/etc/hostname', ...place.args);
    equal(importing.code, 1, 'a command that writes');
    expect(importing.err.includes(String(server.child.pid)), `the reason: ${importing.err}`);
    const hr = await new Client(server.port).signIn(accounts.hr);
    await hr.must(hr.post('/units', { code: 'still', name: 'Går ännu' }));
    await server.kill();
    // The lock dies with the process, however it died.
    const third = await Server.start(place.args);
    equal((await third.stop()).code, 0, 'exit code of the third');
  });

  test('commands that read work beside a serving server', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const ledger = await openLedger(Client, server.port, accounts);
    let reading = true;
    const writing = ledger.writers(8, () => reading);
    const commands = [['gaps', '--by', 'unit'], ['audit', 'verify'], ['doctor']];
    for (let round = 0; round < 3; round += 1) {
      for (const words of commands) {
        const { code, out, err } = await kunnaBeside(...words, ...place.args).ended;
        expect(code === 0, `kunna ${words.join(' ')}: ${code} ${out}${err}`);
      }
    }
    reading = false;
    await writing;
    await ledger.check();
    equal((await server.stop()).code, 0, 'exit code');
    return `${ledger.count('kept')} written meanwhile`;
  });

  for (const Place of places) {
    test(`${Place.engine}: a backup taken while 8 writers write holds all that was acknowledged before it and nothing half`, async () => {
      const place = new Place();
      const accounts = demo(place.args);
      const server = await Server.start(place.args);
      const ledger = await openLedger(Client, server.port, accounts);
      let going = true;
      const writing = ledger.writers(8, () => going);
      while (ledger.count('kept') < 50) await new Promise((resolve) => setImmediate(resolve));
      const before = new Set([...ledger.entries].filter(([, entry]) => entry.state === 'kept').map(([key]) => key));
      const file = path.join(tempFolder(), 'backup.kunna');
      const { code, out, err } = await kunnaBeside('backup', ...place.args, '--to', file).ended;
      expect(code === 0, `backup: ${out}${err}`);
      const after = new Set(ledger.entries.keys());
      going = false;
      await writing;
      await server.stop();

      const restored = new SqlitePlace();
      mustKunna('restore', ...restored.args, '--from', file);
      mustKunna('audit', 'verify', ...restored.args);
      mustKunna('doctor', ...restored.args);
      const found = await inCopy(ledger, accounts, restored.args);
      for (const key of before) expect(found.get(key) === 1, `${key} was acknowledged before the backup began`);
      for (const key of found.keys()) expect(after.has(key), `${key} was sent after the backup had ended`);
      // One moment: if the copy holds a write, it holds every earlier one of the same writer.
      const lastOf = new Map();
      for (const key of ledger.entries.keys()) {
        const writer = key.split('w')[1];
        if (!found.has(key)) lastOf.set(writer, key);
        else expect(!lastOf.has(writer), `${key} is in the copy, but not ${lastOf.get(writer)} before it`);
      }
      return `${before.size} before, ${found.size} in the copy, ${ledger.count('kept')} at the end`;
    });
  }

  test('a backup is restored neither into a served folder nor over data', async () => {
    const place = new SqlitePlace();
    demo(place.args);
    const file = path.join(tempFolder(), 'backup.kunna');
    mustKunna('backup', ...place.args, '--to', file);
    const server = await Server.start(place.args);
    const wanted = everything(place.args);
    const into = kunna('restore', ...place.args, '--from', file);
    equal(into.code, 1, `exit code (${into.err})`);
    expect(into.err.includes(place.folder), `the reason names the folder: ${into.err}`);
    await server.stop();
    equal(kunna('restore', ...place.args, '--from', file).code, 1, 'exit code over data');
    equal(everything(place.args), wanted, 'what is stored');
    // A folder that is served but has lost its file is still somebody's.
    const damaged = path.join(tempFolder(), 'damaged.kunna');
    const bytes = fs.readFileSync(file);
    bytes.fill(0xa5, 8192, 200_000);
    fs.writeFileSync(damaged, bytes);
    const empty = new SqlitePlace();
    equal(kunna('restore', ...empty.args, '--from', damaged).code, 1, 'a damaged backup');
    expect(!fs.existsSync(path.join(empty.folder, 'kunna.db')), 'nothing is left of a damaged backup');
  });

  test('SQLite → PostgreSQL → SQLite by backups keeps every row', async () => {
    const first = new SqlitePlace();
    demo(first.args, 120);
    const wanted = everything(first.args);
    const rows = (said) => said.match(/(\d+) rows of (\d+) tables/).slice(1).map(Number);
    const folder = tempFolder();
    const one = rows(mustKunna('backup', ...first.args, '--to', path.join(folder, 'one')));
    const second = new PostgresPlace();
    mustKunna('restore', ...second.args, '--from', path.join(folder, 'one'));
    equal(everything(second.args), wanted, 'what PostgreSQL holds');
    const two = rows(mustKunna('backup', ...second.args, '--to', path.join(folder, 'two')));
    equal(two, one, 'rows and tables');
    const third = new SqlitePlace();
    mustKunna('restore', ...third.args, '--from', path.join(folder, 'two'));
    equal(everything(third.args), wanted, 'what SQLite holds again');
    for (const place of [second, third]) mustKunna('audit', 'verify', ...place.args);
    return `${one[0]} rows of ${one[1]} tables`;
  });
}
