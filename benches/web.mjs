// Measures the web pages as people meet them, in headless Chromium against the real server on this machine.
import { createRequire } from 'node:module';
import { allKept, atMost, percentile } from './promise.mjs';
import { demonstration, removeFolders, Server } from '../tests/journeys/support/server.mjs';

const { chromium } = createRequire(new URL('../tests/journeys/package.json', import.meta.url))('playwright-core');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const tries = Number(process.env.KUNNA_BENCH_TRIES ?? 9);

const { data, accounts } = await demonstration();
const server = await Server.start(data);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });

// A browser that has never been here, signed in.
async function stranger() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' });
  const { email, password } = accounts.hr;
  const signed = await context.request.post(`${server.url}/api/v1/session`, { data: { email, password }, headers: { origin: server.url } });
  if (!signed.ok()) throw new Error(`sign-in was answered ${signed.status()}`);
  return context;
}

// Until the map is on the screen, from the moment its address is asked for in a tab that stands open, nothing of Kunna
// cached, a fourth of the processor. The browser's own start of a process for the tab is not counted.
async function mapShown() {
  const context = await stranger();
  const page = await context.newPage();
  await page.goto(`${server.url}/livez`);
  await page.waitForTimeout(500);
  const tools = await context.newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${server.url}/gap`);
  await page.waitForFunction(() => performance.getEntriesByName('kunna:gap-map-shown').length > 0);
  const shown = await page.evaluate(() => performance.getEntriesByName('kunna:gap-map-shown')[0].startTime);
  await context.close();
  return shown;
}

// What the start page takes over the wire before it stands still, as the server compresses it; its data not counted.
async function firstLoad() {
  const context = await stranger();
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  const addresses = new Map();
  let bytes = 0;
  tools.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!addresses.get(requestId)?.includes('/api/v1/')) bytes += encodedDataLength;
  });
  await page.goto(server.url, { waitUntil: 'load' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What is fetched later in quiet moments (search, other languages' letters) is not the first load.
  const first = bytes;
  await context.close();
  return first;
}

// A company of 300 units and 300 skills, every cell filled.
function largeMap() {
  const cells = 300 * 300;
  const filled = (value) => Array.from({ length: cells }, (_, i) => value(i));
  return {
    day: new Date().toISOString().slice(0, 10),
    seq: 1,
    units: Array.from({ length: 300 }, (_, i) => ({ id: i + 1, parent: i === 0 ? null : 1, name: `Enhet ${i + 1}`, depth: i === 0 ? 0 : 1, people: 40, units: i === 0 ? 299 : 0 })),
    skills: Array.from({ length: 300 }, (_, i) => ({ id: i + 1, name: { sv: `Kompetens ${i + 1}`, en: `Skill ${i + 1}` }, group: null, kind: 'technical' })),
    required: filled(() => 20),
    met: filled((i) => i % 20),
    uncertain: filled(() => 1),
    below: filled((i) => i % 7),
    unknown: filled((i) => i % 9),
    weighted_gap: filled((i) => (i % 11 === 0 ? -3 : (i * 37) % 5000)),
    coverage: filled((i) => (i * 53) % 10000),
  };
}

// Time between pictures while the large map is scrolled both ways.
async function scrolling() {
  const context = await stranger();
  const page = await context.newPage();
  await page.route('**/api/v1/insights/map*', (route) => route.fulfill({ json: largeMap() }));
  await page.goto(`${server.url}/gap`);
  await page.waitForFunction(() => performance.getEntriesByName('kunna:gap-map-shown').length > 0);
  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('[role=treegrid]');
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let i = 1; i <= 120; i++) {
      grid.scrollTop = i * 60;
      grid.scrollLeft = i * 55;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return { times, moved: grid.scrollTop > 1000 && grid.scrollLeft > 1000 };
  });
  if (!frames.moved) throw new Error('the large map did not scroll');
  await context.close();
  return frames.times;
}

try {
  await mapShown(); // the server has prepared its statements and compressed its files
  atMost('first load of the start page', (await firstLoad()) / 1000, 250, 'kB', 'over the wire');
  const shown = [];
  for (let i = 0; i < tries; i++) shown.push(await mapShown());
  atMost('gap map of 500 people shown, processor 4 × slower', percentile(shown, 0.5), 1000, 'ms', `median of ${tries}, slowest ${Math.round(Math.max(...shown))} ms`);
  const frames = await scrolling();
  atMost('scrolling a map of 300 × 300, a picture every', percentile(frames, 0.95), 34, 'ms', `95th of ${frames.length}, median ${percentile(frames, 0.5).toFixed(1)} ms`);
} finally {
  await browser.close();
  await server.stop();
  removeFolders();
}
process.exitCode = allKept() ? 0 : 1;
