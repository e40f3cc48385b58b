// Chromium as people use it, watched: no error in its console, no answer of 5xx, no page wider than the screen, no
// serious fault that axe-core can see; and a picture of every page in build/screenshots.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './server.mjs';
import { must } from './tell.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(root, 'build/screenshots');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

export class Browser {
  static async open(server, answers) {
    mkdirSync(pictures, { recursive: true });
    const browser = new Browser();
    browser.server = server;
    browser.answers = answers;
    browser.chromium = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
    return browser;
  }

  // A person at a screen of their own; language is the browser's.
  async person({ language = 'sv', dark = false, small = false } = {}) {
    const context = await this.chromium.newContext({
      viewport: small ? phone : wide,
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    const page = await context.newPage();
    return new Person(this, context, page);
  }

  close() {
    return this.chromium.close();
  }
}

export class Person {
  wrong = [];
  constructor(browser, context, page) {
    this.browser = browser;
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(10000);
    page.on('pageerror', (error) => this.wrong.push(`the page broke: ${error.message}`));
    page.on('console', (message) => {
      // Chromium reports every 4xx of a fetch as an error; those are answers, and looked at as such.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.wrong.push(`console: ${message.text()}`);
    });
    page.on('response', async (response) => {
      const { pathname, search } = new URL(response.url());
      if (!pathname.startsWith('/api/v1/')) return;
      const type = (response.headers()['content-type'] ?? '').split(';')[0];
      const reply = { status: response.status(), type, bytes: Buffer.alloc(0) };
      // The body of a page that was left meanwhile is gone.
      if (type.endsWith('json')) reply.json = await response.json().catch(() => undefined);
      this.browser.answers?.look(response.request().method(), pathname + search, reply);
      this.heard?.(pathname, reply);
    });
  }

  async go(path) {
    await this.page.goto(this.browser.server.url + path);
    await this.ready();
  }

  // The page has its heading and nothing on it waits any more.
  async ready() {
    await this.page.waitForFunction(() => {
      const waiting = document.querySelector('[role=status][aria-label="Hämtar …"], [role=status][aria-label="Loading …"], [aria-busy=true]');
      return document.querySelector('h1, h2') && !waiting && document.fonts.status === 'loaded';
    });
  }

  async signIn(account, path = '/') {
    await this.page.goto(this.browser.server.url + path);
    await this.page.locator('input[name=email]').fill(account.email);
    await this.page.locator('input[name=password]').fill(account.password);
    await this.page.locator('form button[type=submit]').click();
    await this.page.getByRole('navigation').first().waitFor({ state: 'attached' });
    await this.ready();
  }

  heading(text) {
    return this.page.getByRole('heading', { level: 1, name: text });
  }
  async sees(...texts) {
    for (const text of texts) await this.page.getByText(text).first().waitFor();
  }
  // To a page by the navigation at the side.
  async menu(name) {
    const link = this.page.getByRole('navigation').getByRole('link', { name, exact: true });
    await link.click();
    await link.and(this.page.locator('[aria-current=page]')).waitFor({ state: 'attached' }); // until then it is the old page
    await this.ready();
  }
  link(name) {
    return this.page.getByRole('link', { name });
  }
  button(name) {
    return this.page.getByRole('button', { name });
  }

  // The language of the one who is signed in, as the account menu changes it.
  async speak(language) {
    const status = await this.page.evaluate(async (wanted) => {
      const session = await (await fetch('/api/v1/session')).json();
      const reply = await fetch('/api/v1/account', { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrf }, body: JSON.stringify({ language: wanted }) });
      return reply.status;
    }, language);
    must(status === 200, `the language could not be changed: ${status}`);
  }

  async download(act) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    const path = await download.path();
    return { name: download.suggestedFilename(), bytes: readFileSync(path) };
  }

  async picture(name, fullPage = true) {
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
  }

  // Serious and critical faults on the page as it is now.
  async faults() {
    await this.page.evaluate(`window.axe || (() => { ${axe} })()`);
    const found = await this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`).join(' | ')}`);
    });
    return found;
  }

  async width(size) {
    await this.page.setViewportSize(size === 'phone' ? phone : wide);
    await this.settle(); // what the other width needs has been asked for
    await this.ready();
    await this.settle();
  }
  // What moves has come to its end.
  settle() {
    return this.page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished));
    });
  }
  async scheme(colorScheme) {
    await this.page.emulateMedia({ colorScheme });
    await this.page.waitForFunction((wanted) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted, colorScheme);
    await this.settle();
  }

  // How much wider than the screen the page is.
  overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  // What went wrong since it was asked last.
  complaints() {
    return this.wrong.splice(0);
  }
  leave() {
    return this.context.close();
  }
}
