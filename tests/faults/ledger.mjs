// Sixteen writers and what they were told. An entry is acknowledged once its 2xx was read to the end; everything else
// that was sent is unknown, and may have happened whole or not at all.
import { NoAnswer } from './client.mjs';
import { equal, expect } from './testing.mjs';

let made = 0;

/** Three ways to write: one row, two rows that belong together, and evidence that nothing keeps from being doubled. */
const ways = [
  (key) => ({ path: '/units', by: 'hr', body: { code: key, name: `Enhet ${key}` } }),
  (key, ledger) => ({
    path: '/people',
    by: 'hr',
    body: { number: key, given: 'Åsa', family: key, hired: '2024-01-01', unit: ledger.unit, title: `Provare ${key}` },
  }),
  (key, ledger, writer) => ({
    path: '/assessments',
    by: 'manager',
    body: { person: ledger.report, skill: ledger.skills[writer % ledger.skills.length], level: 2, source: 'manager', note: key },
  }),
];

export class Ledger {
  constructor(people) {
    this.people = people; // {hr, manager, auditor}: clients
    this.entries = new Map(); // key → {way, state: 'sent' | 'kept', id}
  }

  /** Looks up what the writers write about. */
  async prepare() {
    const { hr, manager } = this.people;
    this.unit = (await hr.must(hr.get('/units'))).items[0].id;
    const team = await manager.must(manager.get('/team'));
    this.report = team.people[0].id;
    this.skills = (await hr.must(hr.get('/skills'))).items.slice(0, 16).map((skill) => skill.id);
    // The demonstration company has a trail of its own.
    this.recordedBefore = (await this.recorded()).length;
    return this;
  }
  async recorded() {
    const entries = await this.people.auditor.all('/audit?action=assessment.recorded&limit=200');
    return entries.filter((entry) => entry.object === this.report);
  }

  async send(key) {
    const entry = this.entries.get(key);
    const { path, by, body } = entry.request;
    const answer = await this.people[by].post(path, body, { 'Idempotency-Key': key });
    if (answer.status === 201) {
      if (entry.state === 'kept') equal(answer.json.id, entry.id, `${key} sent again answers the same`);
      entry.state = 'kept';
      entry.id = answer.json.id;
    }
    entry.answers = [...(entry.answers ?? []), answer.status];
    return answer;
  }

  /** One writer: writes until its connection breaks or `more()` says that it is enough. */
  async write(writer, more, onRefusal) {
    while (more()) {
      const key = `k${(made += 1)}w${writer}`;
      this.entries.set(key, { request: ways[made % ways.length](key, this, writer), state: 'sent' });
      try {
        const answer = await this.send(key);
        if (answer.status !== 201) {
          if (!onRefusal) throw new Error(`${key}: ${answer.status} ${answer.text}`);
          this.entries.get(key).state = 'refused';
          onRefusal(answer);
        }
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return;
      }
    }
  }
  writers(count, more, onRefusal) {
    return Promise.all(Array.from({ length: count }, (_, writer) => this.write(writer, more, onRefusal)));
  }

  count(state) {
    return [...this.entries.values()].filter((entry) => entry.state === state).length;
  }

  /** How often each key stands in the database, seen through the API. */
  async found() {
    const { hr, manager } = this.people;
    const times = new Map();
    const count = (key) => this.entries.has(key) && times.set(key, (times.get(key) ?? 0) + 1);
    for (const unit of (await hr.must(hr.get('/units'))).items) count(unit.code);
    for (const person of await hr.all('/people?status=all&query=Provare&limit=200')) {
      count(person.number);
      // A person is written with a position; one without is half a write.
      equal(person.title, `Provare ${person.number}`, 'the position of a person');
    }
    for (const skill of this.skills) {
      const explanation = await manager.get(`/people/${this.report}/skills/${skill}`);
      if (explanation.status === 404) continue;
      for (const evidence of (await manager.must(explanation)).evidence) count(evidence.note);
    }
    return times;
  }

  /** The promise. Answers how many of the unknown ones had been lost: what a server that answers too early would lose. */
  async check() {
    const times = await this.found();
    let lost = 0;
    for (const [key, entry] of this.entries) {
      const n = times.get(key) ?? 0;
      if (entry.state === 'kept') equal(n, 1, `${key} was acknowledged (${entry.request.path}); times it is there`);
      if (entry.state === 'refused') equal(n, 0, `${key} was refused; times it is there`);
      if (entry.state === 'sent') {
        expect(n <= 1, `${key} is there ${n} times`);
        if (n === 0) lost += 1;
      }
    }
    return lost;
  }

  /** Whoever got no answer asks again with the same key: then it is there exactly once, whether or not it was before. */
  async askAgain() {
    for (const [key, entry] of this.entries) {
      if (entry.state !== 'sent') continue;
      const answer = await this.send(key);
      expect(answer.status === 201, `${key} sent again to ${entry.request.path}: ${answer.status} ${answer.text}`);
    }
  }

  /** Every write has its entry in the trail: they are one transaction. */
  async checkTrail() {
    const { auditor } = this.people;
    const kept = [...this.entries.values()].filter((entry) => entry.state === 'kept');
    const idsOf = (path) => new Set(kept.filter((entry) => entry.request.path === path).map((entry) => entry.id));
    for (const [path, action] of [['/units', 'unit.added'], ['/people', 'person.added']]) {
      const ids = idsOf(path);
      const entries = await auditor.all(`/audit?action=${action}&limit=200`);
      equal(entries.filter((entry) => ids.has(entry.object)).length, ids.size, `entries ${action} of the trail`);
    }
    equal((await this.recorded()).length - this.recordedBefore, idsOf('/assessments').size, 'statements in the trail');
  }
}

/** Signs in whoever a ledger needs. */
export async function openLedger(client, port, accounts) {
  const people = {};
  for (const persona of ['hr', 'manager', 'auditor']) people[persona] = await new client(port).signIn(accounts[persona]);
  return new Ledger(people).prepare();
}
