// What comes, asked of the server with a large company: sliders of the scenario bench, forecasts under a what-if.
// Part of serve100k.mjs.
import { createRequire } from 'node:module';

import { atMost, percentile } from './promise.mjs';

const share = (low, high, part) => low + (high - low) * part;
const encoding = { 'Accept-Encoding': 'br, gzip' };

/** One answer as a browser gets it, and its milliseconds. */
async function posted(client, path, body) {
  const sent = performance.now();
  const answer = await client.sendRaw('POST', path, encoding, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return { ms: performance.now() - sent, bytes: answer.bytes };
}

/** A base in which people leave, from some roles more often than from others: the company has no leavers to learn from. */
export const base = (usual, roles) => ({
  ...usual,
  attrition: 0.008,
  first_year: 1.8,
  changes: roles.slice(0, 60).map((role, n) => ({ kind: 'attrition', role: role.id, unit: null, amount: 0.004 + n / 5000, from: null, by: null })),
});

/** Assumptions as a hand at the sliders makes them: no two alike. */
function tried(usual, roles, n) {
  const turn = (every) => ((n * 7) % every) / every;
  return {
    ...usual,
    growth: share(-0.1, 0.1, turn(53)),
    attrition_factor: share(0.5, 2, turn(47)),
    training: share(0.05, 0.6, turn(43)),
    changes: n % 2 ? [...usual.changes, { kind: 'automation', role: roles[n % 20].id, unit: null, amount: share(0, 0.8, turn(41)), from: null, by: null }] : usual.changes,
  };
}

/** The sliders: the curve of everybody under assumptions that are not stored, and all numbers when the hand rests. */
export async function sliders(hr, usual, roles) {
  for (const [what, goal, only_curve] of [['the curve of everybody as sliders change, p99', 100, true], ['and all the numbers when the hand rests, p99', 100, false]]) {
    const times = [];
    let bytes = 0;
    await posted(hr, '/forecasts', { assumptions: usual, only_curve });
    for (let n = 0; n < 200; n += 1) {
      const one = await posted(hr, '/forecasts', { assumptions: tried(usual, roles, n), only_curve });
      times.push(one.ms);
      bytes = one.bytes;
    }
    atMost(what, percentile(times, 0.99), goal, 'ms', `200 different ones over ${usual.months} months, median ${percentile(times, 0.5).toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} kB on the wire`);
  }
}

/** The forecast under what-ifs beside that of today. */
export async function whatIfs(hr, assumed) {
  const times = [];
  let bytes = 0;
  for (const one of assumed) {
    const told = await posted(hr, '/what-if/forecast', one);
    times.push(told.ms);
    bytes = told.bytes;
  }
  atMost('the forecast of a what-if beside that of today, p99', percentile(times, 0.99), 300, 'ms', `${assumed.length} assumptions, median ${percentile(times, 0.5).toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} kB on the wire`);
}

/** In the page: puts the slider somewhere and waits until the curve is another and has been painted. */
async function move({ name, value }) {
  const slider = [...document.querySelectorAll('input[type=range]')].find((one) => one.labels[0]?.textContent === name);
  const curve = document.querySelector('figure svg');
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const began = performance.now();
  const drawn = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    });
    watch.observe(curve, { attributes: true, attributeFilter: ['aria-label'] });
  });
  put.call(slider, value);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return (await drawn) - began;
}

/** In the page: drags the slider, a step a picture, and waits until the server has been asked no more for a while. */
async function drag({ name, from, to, steps }) {
  const slider = [...document.querySelectorAll('input[type=range]')].find((one) => one.labels[0]?.textContent === name);
  const curve = document.querySelector('figure svg');
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  let last = 0;
  let redrawn = 0;
  const watch = new MutationObserver(() => {
    redrawn += 1;
    last = performance.now();
  });
  watch.observe(curve, { attributes: true, attributeFilter: ['aria-label'] });
  for (let n = 1; n <= steps; n += 1) {
    put.call(slider, from + ((to - from) * n) / steps);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
  const let_go = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  watch.disconnect();
  return { redrawn, behind: last - let_go };
}

/** The scenario bench in Chromium: from the hand on a slider to the curve, and how many questions a drag asks. */
export async function slidersInBrowser(server, account) {
  const { chromium } = createRequire(new URL('../tests/journeys/package.json', import.meta.url))('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' });
    const origin = `http://127.0.0.1:${server.port}`;
    const signed = await context.request.post(`${origin}/api/v1/session`, { data: account, headers: { origin } });
    if (!signed.ok()) throw new Error(`sign-in was answered ${signed.status()}`);
    const page = await context.newPage();
    let underWay = 0;
    let most = 0;
    let asked = 0;
    const counts = (request) => request.method() === 'POST' && request.url().endsWith('/api/v1/forecasts');
    page.on('request', (request) => {
      if (!counts(request)) return;
      asked += 1;
      underWay += 1;
      most = Math.max(most, underWay);
    });
    page.on('requestfinished', (request) => counts(request) && (underWay -= 1));
    page.on('requestfailed', (request) => counts(request) && (underWay -= 1));
    await page.goto(`${origin}/scenarios`);
    await page.getByRole('slider', { name: 'Tillväxt' }).waitFor();
    await page.waitForTimeout(1000);
    const times = [];
    for (let n = 0; n < 60; n += 1) {
      times.push(await page.evaluate(move, { name: 'Tillväxt', value: (((n * 7) % 61) - 30) / 200 }));
      await page.waitForTimeout(60);
    }
    atMost('from the slider to the curve in a browser, p90', percentile(times, 0.9), 100, 'ms', `60 moves, painted; median ${percentile(times, 0.5).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
    asked = 0;
    const { redrawn, behind } = await page.evaluate(drag, { name: 'Tillväxt', from: -0.19, to: 0.19, steps: 30 });
    atMost('questions under way while a slider is dragged', most, 1, '', `30 steps asked ${asked} questions, redrew ${redrawn} times, the last ${behind.toFixed(0)} ms after letting go`);
  } finally {
    await browser.close();
  }
}
