// kill -9 while the database is being made.
import { spawn } from 'node:child_process';

import { binary, mustKunna, places, Server } from './kunna.mjs';
import { equal, test } from './testing.mjs';

export function firstStartTests(times) {
  for (const Place of places) {
    test(`${Place.engine}: killed ${times} times during the first start, the next start works`, async () => {
      // How long a first start takes here.
      const trial = new Place();
      const whole = await Server.start(trial.args);
      const length = whole.startedIn;
      await whole.stop();
      let early = 0;
      for (let n = 0; n < times; n += 1) {
        const place = new Place();
        const child = spawn(binary, ['serve', ...place.args, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
        let ready = false;
        child.stdout.on('data', () => (ready = true));
        const ended = new Promise((resolve) => child.on('close', resolve));
        await new Promise((resolve) => setTimeout(resolve, ((n + Math.random()) / times) * length));
        child.kill('SIGKILL');
        await ended;
        if (!ready) early += 1;
        const server = await Server.start(place.args);
        const start = await (await fetch(`http://127.0.0.1:${server.port}/api/v1/start`)).json();
        equal(start.needs_administrator, true, 'the first administrator is still asked for');
        await server.stop();
        mustKunna('doctor', ...place.args);
      }
      return `${early} of them before it was ready; a first start takes ${length} ms`;
    });
  }
}
