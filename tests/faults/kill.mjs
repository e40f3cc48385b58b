// kill -9 in the middle of sixteen writers.
import { Client } from './client.mjs';
import { demo, mustKunna, Server } from './kunna.mjs';
import { openLedger } from './ledger.mjs';
import { expect, test } from './testing.mjs';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve, false));

/** Figures of so many kills on one database. */
export async function killCycles(Place, cycles) {
  const place = new Place();
  const accounts = demo(place.args);
  let server = await Server.start(place.args);
  const ledger = await openLedger(Client, server.port, accounts);
  const figures = { cycles, acknowledged: 0, unknown: 0, unknownNotThere: 0 };
  let sum = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const before = ledger.count('kept');
    // Somewhere between the first write and the hundred-and-fiftieth, in the middle of whatever goes on then.
    const enough = before + 1 + Math.floor(Math.random() * 150);
    let killed = false;
    const writing = ledger.writers(16, () => !killed);
    const wrong = writing.then(() => true, () => true); // ends before the kill only when an answer was wrong
    while (ledger.count('kept') < enough && !(await Promise.race([wrong, nextTurn()])));
    if (ledger.count('kept') < enough) await writing;
    expect(server.alive(), `the server ended by itself: ${server.log}`);
    await server.kill();
    killed = true;
    await writing;
    figures.unknown += ledger.count('sent');

    const start = Date.now();
    server = await Server.start(place.args);
    sum += Date.now() - start;
    for (const [persona, client] of Object.entries(ledger.people)) ledger.people[persona] = client.at(server.port);
    figures.unknownNotThere += await ledger.check();
    await ledger.askAgain();
    figures.acknowledged = ledger.count('kept');
  }
  await ledger.check();
  await ledger.checkTrail();
  await server.kill();
  mustKunna('audit', 'verify', ...place.args);
  mustKunna('doctor', ...place.args);
  figures.restart = sum / cycles;
  return figures;
}

export function killTests(places, cycles) {
  for (const Place of places) {
    test(`${Place.engine}: killed ${cycles} times amid 16 writers, what was acknowledged is there once and the rest whole or not`, async () => {
      const f = await killCycles(Place, cycles);
      // The control: taking a request for kept once it is sent loses some, so the kills do strike amid writing.
      expect(f.unknownNotThere > 0, 'no kill ever lost an unacknowledged write: the kills miss the writers');
      return `${f.acknowledged} acknowledged, 0 lost; ${f.unknown} without an answer, of which ${f.unknownNotThere} not there; restart ${f.restart.toFixed(0)} ms`;
    });
  }
}
