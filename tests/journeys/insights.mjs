// Suite: the figures. An own account of every sum, made row by row from `kunna gaps --by requirement`, is held against
// what the API and the command line tell; and nothing that an executive is told gives away fewer than five people.
import { Answers } from './support/answers.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { Complaints, equal, heading, must, test } from './support/tell.mjs';

const fewest = 5;
const alikeBelow = 10; // up to here, all in one state tells on each of them
const states = { met: 'met', uncertain: 'uncertain', gap: 'below', unknown: 'unknown' };
const near = (a, b, by) => Math.abs((a ?? NaN) - (b ?? NaN)) <= by || (a ?? null) === (b ?? null);

// Sums over rows, written down a second time and as plainly as can be.
function sumsOf(rows) {
  const sums = { requirements: rows.length, met: 0, uncertain: 0, gap: 0, unknown: 0, weighted_gap_sum: 0, weighted_required: 0 };
  for (const row of rows) {
    sums[row.state] += 1;
    if (row.state === 'unknown') continue;
    sums.weighted_gap_sum += row.weight * row.gap;
    sums.weighted_required += row.weight * row.required;
  }
  sums.weighted_gap = sums.weighted_required ? sums.weighted_gap_sum / sums.weighted_required : null;
  return sums;
}

function differ(told, rows) {
  const wanted = sumsOf(rows);
  for (const name of ['requirements', 'met', 'uncertain', 'gap', 'unknown'])
    if (told[name] !== wanted[name]) return `${name} ${told[name]}, by hand ${wanted[name]}`;
  if (!near(told.weighted_gap_sum, wanted.weighted_gap_sum, 0.001 * rows.length + 0.001)) return `weighted gap sum ${told.weighted_gap_sum}, by hand ${wanted.weighted_gap_sum}`;
  if (told.weighted_required !== wanted.weighted_required) return `weighted required ${told.weighted_required}, by hand ${wanted.weighted_required}`;
  if (!near(told.weighted_gap, wanted.weighted_gap, 0.0001)) return `weighted gap ${told.weighted_gap}, by hand ${wanted.weighted_gap}`;
  return undefined;
}

const peopleOf = (rows) => new Set(rows.map((row) => row.person)).size;

// May nobody be told of these rows? Nobody behind them is fine, and so are five people who are not all alike.
function tellsOn(rows) {
  if (rows.length === 0) return undefined;
  const people = peopleOf(rows);
  if (people < fewest) return `${people} people`;
  if (people < alikeBelow && new Set(rows.map((row) => row.state)).size === 1) return `${people} people, all ${rows[0].state}`;
  return undefined;
}

// The company as rows: who needs what where, found from people and requirement rows alone.
class Rows {
  constructor(requirements, people, units, skills) {
    const unitOf = new Map(people.map((person) => [person.number, person.unit]));
    const skillOf = new Map(skills.map((skill) => [skill.key, skill.id]));
    this.all = requirements.map((row) => ({ ...row, unit: unitOf.get(row.person), skill: skillOf.get(row.skill) }));
    this.parent = new Map(units.map((unit) => [unit.id, unit.parent ?? undefined]));
    this.bySkill = new Map();
    for (const row of this.all) this.bySkill.set(row.skill, [...(this.bySkill.get(row.skill) ?? []), row]);
  }
  within(unit, top) {
    for (let up = unit; up; up = this.parent.get(up)) if (up === top) return true;
    return false;
  }
  cell(unit, skill) {
    return (this.bySkill.get(skill) ?? []).filter((row) => this.within(row.unit, unit));
  }
  unit(unit) {
    return this.all.filter((row) => this.within(row.unit, unit));
  }
}

const cells = function* (map) {
  for (let u = 0; u < map.units.length; u += 1)
    for (let s = 0; s < map.skills.length; s += 1) yield { unit: map.units[u].id, skill: map.skills[s].id, at: u * map.skills.length + s };
};

// Every cell shown is what the rows make; a cell of nobody is -1.
function checkMap(map, rows) {
  const complaints = new Complaints();
  let shown = 0;
  for (const { unit, skill, at } of cells(map)) {
    const behind = rows.cell(unit, skill);
    if (map.required[at] === -2) continue;
    if (behind.length === 0) {
      complaints.expect(map.required[at] === -1, () => `unit ${unit}, skill ${skill}: ${map.required[at]} where nobody needs it`);
      continue;
    }
    shown += 1;
    const wanted = sumsOf(behind);
    const told = { required: behind.length, met: wanted.met, uncertain: wanted.uncertain, below: wanted.gap, unknown: wanted.unknown };
    for (const [name, value] of Object.entries(told)) complaints.expect(map[name][at] === value, () => `unit ${unit}, skill ${skill}: ${name} ${map[name][at]}, by hand ${value}`);
    const gap = wanted.weighted_required ? Math.round((wanted.weighted_gap_sum / wanted.weighted_required) * 10000) : -3;
    complaints.expect(Math.abs(map.weighted_gap[at] - gap) <= 1, () => `unit ${unit}, skill ${skill}: weighted gap ${map.weighted_gap[at]}, by hand ${gap}`);
  }
  complaints.none();
  must(shown > 100, `only ${shown} cells are shown: there is nothing to compare`);
}

// Nothing shown, and nothing that subtraction makes of what is shown, is about fewer than five people.
function checkHidden(map, rows) {
  const complaints = new Complaints();
  let hidden = 0;
  const shown = (u, s) => map.required[u * map.skills.length + s] >= 0;
  const children = map.units.map((unit) => map.units.map((_, i) => i).filter((i) => map.units[i].parent === unit.id));
  for (let s = 0; s < map.skills.length; s += 1) {
    const skill = map.skills[s].id;
    for (let u = 0; u < map.units.length; u += 1) {
      if (!shown(u, s)) {
        hidden += map.required[u * map.skills.length + s] === -2 ? 1 : 0;
        continue;
      }
      const mine = rows.cell(map.units[u].id, skill);
      const alone = tellsOn(mine);
      complaints.expect(!alone, () => `${map.units[u].name}, skill ${skill}: shown, about ${alone}`);
      // The topmost shown cells below it, taken away.
      const below = [...children[u]];
      const taken = new Set();
      while (below.length) {
        const child = below.pop();
        if (shown(child, s)) rows.cell(map.units[child].id, skill).forEach((row) => taken.add(row));
        else below.push(...children[child]);
      }
      const left = tellsOn(mine.filter((row) => !taken.has(row)));
      complaints.expect(!left, () => `${map.units[u].name}, skill ${skill}: what is left without the shown units below is about ${left}`);
    }
  }
  complaints.none();
  return hidden;
}

export async function insights() {
  heading('The figures');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const nobody = new Client(server, answers);
  const as = async (persona) => {
    const one = nobody.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, administrator, chief] = [await as('hr'), await as('administrator'), await as('upper_manager')];
  const executive = await invited(administrator, { email: 'styrelse@lindvaken.example', name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] });
  const gaps = async (by) => JSON.parse(await kunna('gaps', '--data', data, '--by', by, '--format', 'json'));
  const skills = (await hr.get('/skills')).items;
  const rows = new Rows(await gaps('requirement'), await hr.all('/people'), (await hr.get('/units')).items, skills);
  const map = await executive.get('/insights/map');

  await test('every cell of the gap map is what its requirement rows make, for the executive and for HR', async () => {
    checkMap(map, rows);
    checkMap(await hr.get('/insights/map'), rows);
  });

  await test('no cell of the map, and no difference between a unit and those below it, is about fewer than five people', () => {
    const hidden = checkHidden(map, rows);
    must(hidden > 0, 'nothing is hidden: the demonstration should have small cells');
    console.log(`        ${map.units.length} units × ${map.skills.length} skills, ${hidden} cells hidden`);
  });

  await test('the same holds in every part of the map that can be asked for by itself', async () => {
    for (const unit of map.units) checkHidden(await executive.get('/insights/map', { unit: unit.id, depth: 9 }), rows);
    for (const role of (await hr.get('/roles')).items.slice(0, 8)) checkHidden(await executive.get('/insights/map', { role: role.id }), rows);
    checkHidden(await chief.get('/insights/map'), rows);
  });

  await test("a row's total without its shown skills is about nobody, or about at least five people", async () => {
    const complaints = new Complaints();
    const totals = new Map((await executive.get('/insights/units')).items.map((one) => [one.unit, one]));
    for (let u = 0; u < map.units.length; u += 1) {
      if (totals.get(map.units[u].id).hidden) continue;
      const left = map.skills.flatMap((skill, s) => (map.required[u * map.skills.length + s] === -2 ? rows.cell(map.units[u].id, skill.id) : []));
      const people = peopleOf(left);
      complaints.expect(people === 0 || people >= fewest, () => `${map.units[u].name}: the hidden skills together are about ${people} people`);
    }
    complaints.none();
  });

  await test('the lists by unit, role and skill are made of the same rows and hide the same way', async () => {
    const complaints = new Complaints();
    const check = (what, told, behind) => {
      if (told.hidden) {
        complaints.expect(told.sums.requirements === 0 && told.sums.met === 0 && told.sums.weighted_required === 0, () => `${what} is hidden and told all the same`);
        return;
      }
      const wrong = differ(told.sums, behind);
      complaints.expect(!wrong, () => `${what}: ${wrong}`);
      const few = tellsOn(behind);
      complaints.expect(!few, () => `${what}: shown, about ${few}`);
    };
    for (const one of (await executive.get('/insights/units')).items) check(`unit ${one.name}`, one, rows.unit(one.unit));
    for (const one of (await executive.get('/insights/skills')).items) check(`skill ${one.name.sv}`, one, rows.bySkill.get(one.skill) ?? []);
    const roleKeys = new Map((await hr.get('/roles')).items.map((one) => [one.id, one.key]));
    const roles = (await executive.get('/insights/roles')).items;
    for (const one of roles) check(`role ${one.name.sv}`, one, rows.all.filter((row) => row.role === roleKeys.get(one.role)));
    const hiddenRoles = roles.filter((one) => one.hidden).flatMap((one) => rows.all.filter((row) => row.role === roleKeys.get(one.role)));
    complaints.expect(!tellsOn(hiddenRoles), () => `the hidden roles together are about ${tellsOn(hiddenRoles)}`);
    const total = await executive.get('/insights/organisation');
    const wrong = differ(total.sums, rows.all);
    complaints.expect(!wrong, () => `the organisation: ${wrong}`);
    complaints.none();
  });

  await test('a cell opened up names nobody to an executive, and counts no role of fewer than five', async () => {
    const complaints = new Complaints();
    const asked = [...cells(map)].filter(({ at }) => map.required[at] !== -1);
    for (const { unit, skill, at } of asked.filter((_, i) => i % 7 === 0)) {
      const cell = await executive.get('/insights/cell', { unit, skill });
      complaints.expect(cell.people.length === 0, () => `unit ${unit}, skill ${skill} names ${cell.people.length} people`);
      complaints.expect(cell.hidden === (map.required[at] === -2), () => `unit ${unit}, skill ${skill}: hidden on one page only`);
      if (cell.hidden) {
        complaints.expect(cell.people_required === 0 && cell.roles.length === 0 && cell.sums.requirements === 0, () => `unit ${unit}, skill ${skill} is hidden and told all the same`);
        continue;
      }
      const wrong = differ(cell.sums, rows.cell(unit, skill));
      complaints.expect(!wrong, () => `unit ${unit}, skill ${skill}: ${wrong}`);
      for (const role of cell.roles) complaints.expect(role.people === null || role.people === undefined || role.people >= fewest, () => `unit ${unit}, skill ${skill}: ${role.people} people hold the role ${role.name.sv}`);
    }
    complaints.none();
  });

  await test('no answer of the figures carries the name of a person to an executive', async () => {
    const names = (await hr.all('/people')).map((one) => one.name);
    for (const path of ['/insights/organisation', '/insights/map', '/insights/units', '/insights/roles', '/insights/skills', '/home', '/units', '/roles', '/skills']) {
      const text = (await executive.ask('GET', path)).bytes.toString();
      const named = names.filter((name) => text.includes(name));
      equal(named, [], `${path} names people`);
    }
  });

  await test('the command line tells the same figures as the API', async () => {
    const total = (await gaps('organisation'))[0];
    const { sums, people } = await hr.get('/insights/organisation');
    for (const name of ['requirements', 'met', 'uncertain', 'gap', 'unknown', 'weighted_gap_sum', 'weighted_required', 'weighted_gap', 'fit', 'coverage']) equal(total[name], sums[name], name);
    equal(total.people, people, 'people');
    const byUnit = new Map((await gaps('unit')).map((one) => [one.unit, one]));
    for (const one of (await hr.get('/insights/units')).items.filter((unit) => !unit.hidden))
      for (const name of ['requirements', 'met', 'gap', 'weighted_gap', 'coverage']) equal(byUnit.get(one.code)[name] ?? null, one.sums[name] ?? null, `${name} of ${one.name}`);
    const bySkill = new Map((await gaps('skill')).map((one) => [one.skill, one]));
    const keys = new Map(skills.map((one) => [one.id, one.key]));
    for (const one of (await hr.get('/insights/skills')).items.filter((skill) => !skill.hidden))
      for (const [name, value] of Object.entries({ people: one.people, gap: one.sums.gap, weighted_gap: one.sums.weighted_gap, bus_factor: one.bus_factor, mean_gap: one.mean_gap }))
        equal(bySkill.get(keys.get(one.skill))[name] ?? null, value ?? null, `${name} of ${one.name.sv}`);
  });

  await test("a person's rows on the page, in the API and on the command line are the same, and make the person's sums", async () => {
    const number = new Map((await hr.all('/people')).map((one) => [one.id, one.number]));
    const key = new Map(skills.map((one) => [one.id, one.key]));
    for (const one of (await hr.get('/insights/people', { reason: 'jämförelse', limit: 40, sort: 'weighted_gap' })).items) {
      const mine = rows.all.filter((row) => row.person === number.get(one.person));
      const wrong = differ(one.sums, mine);
      must(!wrong, () => `${one.name}: ${wrong}`);
      const told = (await hr.get('/insights/requirements', { person: one.person, reason: 'jämförelse' })).items;
      const plain = (list) => list.map((row) => [row.skill, row.required, row.level ?? null, row.weight, row.state].join(' ')).sort();
      equal(plain(told.map((row) => ({ ...row, skill: key.get(row.skill) }))), plain(mine.map((row) => ({ ...row, skill: key.get(row.skill) }))), `the rows of ${one.name}`);
    }
  });

  await test('what a manager records is in the next answer, and yesterday stays as it was', async () => {
    const manager = await as('manager');
    const report = (await manager.get('/team')).people[0];
    const yesterday = new Date(Date.parse(map.day) - 86400000).toISOString().slice(0, 10);
    const before = await manager.ask('GET', `/people/${report.id}/skills`, { query: { as_of: yesterday } });
    const one = (await manager.get(`/people/${report.id}/skills`)).skills.find((held) => held.required && held.state === 'gap') ?? (await manager.get(`/people/${report.id}/skills`)).skills[0];
    await manager.post('/assessments', { person: report.id, skill: one.skill, level: one.scale_max, source: 'manager', note: 'Visat i arbetet i dag.' });
    const after = (await manager.get(`/people/${report.id}/skills`)).skills.find((held) => held.skill === one.skill);
    must(after.level > (one.level ?? 0), `the level is ${after.level} after and was ${one.level} before`);
    const again = await manager.ask('GET', `/people/${report.id}/skills`, { query: { as_of: yesterday } });
    must(again.bytes.equals(before.bytes), 'yesterday is told differently today');
    const fresh = new Rows(await gaps('requirement'), await hr.all('/people'), (await hr.get('/units')).items, skills);
    const seen = await hr.get('/insights/map');
    must(seen.seq > map.seq, 'the map is still of the picture before');
    checkMap(seen, fresh);
  });

  await server.stop();
  return answers;
}
