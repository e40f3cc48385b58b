// SIGTERM under load, and work that goes on after a restart.
import fs from 'node:fs';
import http from 'node:http';

import { Client } from './client.mjs';
import { assessmentsFile, checkInWizard, settled } from './files.mjs';
import { demo, mustKunna, places, Server, tempFolder } from './kunna.mjs';
import { openLedger } from './ledger.mjs';
import { equal, expect, test, until } from './testing.mjs';

/** A POST whose body is finished only when told to: a request in flight. */
function slowRequest(client, path, body) {
  const text = JSON.stringify(body);
  let finish;
  const answered = new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: client.port,
      path: `/api/v1${path}`,
      method: 'POST',
      headers: { ...client.identity, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
    });
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
    request.write(text.slice(0, 10));
    finish = () => request.end(text.slice(10));
  });
  answered.catch(() => {}); // told when it is waited for
  return { answered, finish };
}

export function stopTests() {
  for (const Place of places) {
    test(`${Place.engine}: SIGTERM amid 16 writers: who had begun is answered, nothing acknowledged is lost, the end comes soon`, async () => {
      const place = new Place();
      const accounts = demo(place.args);
      let server = await Server.start(place.args);
      const ledger = await openLedger(Client, server.port, accounts);
      const begun = Array.from({ length: 4 }, (_, n) =>
        slowRequest(ledger.people.hr, '/units', { code: `begun${n}`, name: 'Påbörjad' }),
      );
      let stopping = false;
      const writing = ledger.writers(16, () => !stopping);
      while (ledger.count('kept') < 100) await new Promise((resolve) => setImmediate(resolve));
      const start = Date.now();
      const ended = server.stop();
      for (const request of begun) request.finish();
      equal(await Promise.all(begun.map((request) => request.answered)), [201, 201, 201, 201], 'requests that had begun');
      const { code } = await ended;
      const took = Date.now() - start;
      stopping = true;
      await writing;
      equal(code, 0, `exit code (${server.log})`);
      expect(took < 30_000, `it took ${took} ms`);
      server = await Server.start(place.args);
      for (const [persona, client] of Object.entries(ledger.people)) ledger.people[persona] = client.at(server.port);
      // Refused or closed before it was read: nobody may find it there.
      const lost = await ledger.check();
      equal(lost, ledger.count('sent'), 'requests without an answer that had no effect');
      const codes = (await ledger.people.hr.must(ledger.people.hr.get('/units'))).items.map((unit) => unit.code);
      for (let n = 0; n < begun.length; n += 1) expect(codes.includes(`begun${n}`), `begun${n} is there`);
      await server.stop();
      mustKunna('audit', 'verify', ...place.args);
      return `stopped in ${took} ms, ${ledger.count('kept')} acknowledged, ${ledger.count('sent')} not taken any more`;
    });

    for (const way of ['stop', 'kill']) {
      test(`${Place.engine}: an import that is running when the server is ${way === 'stop' ? 'stopped' : 'killed'} goes on after a restart, and has its effect once`, async () => {
        const place = new Place();
        const accounts = demo(place.args);
        const file = fs.readFileSync(assessmentsFile(place.args, tempFolder(), 60_000));
        let server = await Server.start(place.args);
        let hr = await new Client(server.port).signIn(accounts.hr);
        const imported = async () => {
          const auditor = await new Client(server.port).signIn(accounts.auditor);
          return (await auditor.all('/audit?action=assessments.imported&limit=200')).length;
        };
        const importedBefore = await imported();
        const checked = await checkInWizard(hr, 'assessments', 'bedömningar.csv', file);
        expect(!checked.refused, checked.refused?.text);
        equal(checked.import.state, 'checked', `state (${JSON.stringify(checked.import.problem)} ${server.log.slice(-2000)})`);
        const wanted = checked.import.outcome;
        await hr.must(hr.post(`/imports/${checked.id}/apply`));
        await until(async () => {
          const found = await hr.must(hr.get(`/imports/${checked.id}`));
          return found.state === 'applied' || found.job?.state === 'running';
        }, 10_000, 'the work has begun');
        await server[way]();
        server = await Server.start(place.args);
        hr = hr.at(server.port);
        const applied = await settled(hr, checked.id);
        equal(applied.state, 'applied', `state after the restart (${JSON.stringify(applied.problem)})`);
        expect(wanted.new > 0, 'the file holds something new');
        equal((await imported()) - importedBefore, 1, 'entries of the import in the trail');
        // Handed in again, nothing of it is new.
        const again = await checkInWizard(hr, 'assessments', 'bedömningar.csv', file);
        equal([again.import.outcome.new, again.import.outcome.unchanged], [0, wanted.new], 'new and unchanged');
        await server.stop();
        // On PostgreSQL another node takes over a dead one's work half a minute after its last sign of life.
      }, { aside: way === 'kill' });
    }
  }
}
