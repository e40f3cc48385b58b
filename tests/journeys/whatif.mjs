// Suite: what if. The numbers after against an own account made from the rows of `kunna gaps --by requirement`; what
// an executive cannot find out by asking; then the mode on the gap map in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { Complaints, equal, heading, must, test, until } from './support/tell.mjs';

const reason = 'Planering av hösten';
const nothing = { leave: [], close: [], places: [], new_roles: [], hire: [], requirements: [], growth: [] };

export async function whatif() {
  heading('What would be, without saving anything');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, manager, administrator] = [await as('hr'), await as('manager'), await as('administrator')];
  const secret = 'en mening som bara vi kan';
  accounts.board = { email: 'styrelse@lindvaken.example', password: secret };
  const executive = await invited(administrator, { email: accounts.board.email, name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] }, secret);
  const json = async (...args) => JSON.parse(await kunna(...args, '--data', data, '--format', 'json'));
  const rows = await json('gaps', '--by', 'requirement');
  const unitOf = new Map((await json('gaps', '--by', 'person')).map((one) => [one.person, one.unit]));
  const skills = (await hr.get('/skills')).items;
  const roles = (await hr.get('/roles')).items;
  const units = (await hr.get('/units')).items;
  const people = await hr.all('/people');
  const ask = (who, assumed, query = {}) => who.post('/what-if', { ...nothing, ...assumed }, { query });
  const below = (unit) => {
    const codes = new Set([unit.code]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const one of units) {
        const parent = units.find((above) => above.id === one.parent);
        if (parent && codes.has(parent.code) && !codes.has(one.code)) grown = Boolean(codes.add(one.code));
      }
    }
    return codes;
  };
  // Whoever is at or above the old level is known to be sure of it or not; so only rises are counted by hand.
  const metAt = (row, level) => (level <= row.required ? row.state === 'met' : row.state === 'met' && row.level >= level);

  await test('the command line tells what an own account of the rows tells, whatever is assumed', async () => {
    const complaints = new Complaints();
    const all = (rest, what, told) => {
      const met = rest.filter((row) => row.met ?? row.state === 'met').length;
      complaints.expect(told.whole.after.requirements === rest.length && told.whole.after.met === met, () => `${what}: ${told.whole.after.met} of ${told.whole.after.requirements}, ${met} of ${rest.length} by hand`);
      complaints.expect(told.whole.before.requirements === rows.length, `${what}: today is another`);
    };
    for (const number of ['00012', '00100', '00222'].filter((one) => unitOf.has(one)))
      all(rows.map((row) => (row.person === number ? { ...row, met: false } : row)), `${number} leaves`, await json('whatif', '--leave', number));
    for (const unit of units.filter((one) => one.people > 0).slice(1, 9)) {
      const codes = below(unit);
      all(rows.filter((row) => !codes.has(unitOf.get(row.person))), `${unit.name} closes`, await json('whatif', '--close', unit.code));
    }
    complaints.none();
  });

  await test('the API tells what the command line tells', async () => {
    const role = roles.find((one) => one.key === 'machine_operator');
    const unit = units.find((one) => one.people > 30 && one.parent);
    const [leaver] = people.filter((one) => !one.left && !below(unit).has(unitOf.get(one.number)));
    const said = await ask(hr, { leave: [leaver.id], close: [unit.id], growth: [{ role: role.id, percent: -20 }] }, { reason });
    const line = await json('whatif', '--leave', leaver.number, '--close', unit.code, '--growth', 'machine_operator=-20');
    equal(said.whole, line.whole, 'the whole');
    equal(said.units.map((one) => one.people_after), line.units.map((one) => one.people_after), 'headcounts');
    equal(said.people.map((one) => one.person), [leaver.id], 'who leaves');
    const open = said.after.required.map((value, i) => (value === -2 ? undefined : i)).filter((i) => i !== undefined);
    equal(open.map((i) => said.after.coverage[i]), open.map((i) => line.after.coverage[i]), 'coverage of every cell that is told');
    must(open.length > 100, 'few cells are told');
  });

  await test('a requirement that rises is counted for everybody, and gives an executive nobody away by the difference', async () => {
    const complaints = new Complaints();
    let told = 0;
    let withheld = 0;
    const pairs = [...new Set(rows.map((row) => `${row.role}|${row.skill}`))].filter((_, i) => i % 5 === 0);
    for (const pair of pairs) {
      const [role, skill] = pair.split('|');
      const level = rows.find((row) => row.role === role && row.skill === skill).required + 1;
      const skillId = skills.find((one) => one.key === skill).id;
      if (level > 5) continue;
      const assumed = { requirements: [{ role: roles.find((one) => one.key === role).id, skill: skillId, level }] };
      const [whole, answer] = [await ask(hr, assumed, { reason }), await ask(executive, assumed)];
      const at = (map, unit) => map.units.findIndex((one) => one.id === unit) * map.skills.length + map.skills.findIndex((one) => one.id === skillId);
      for (const unit of units) {
        const codes = below(unit);
        const cell = rows.filter((row) => row.skill === skill && codes.has(unitOf.get(row.person)));
        const touched = cell.filter((row) => row.role === role);
        const others = cell.length - touched.length;
        const [was, is] = [answer.before.required[at(answer.before, unit.id)], answer.after.required[at(answer.after, unit.id)]];
        if (cell.length === 0 || was === undefined) continue;
        const few = (n) => n > 0 && n < 5;
        if (is !== -2) {
          told += touched.length > 0 ? 1 : 0;
          complaints.expect(was !== -2, `${unit.name}, ${pair}: told after, hidden before`);
          complaints.expect(!few(touched.length) && !(touched.length > 0 && few(others)), () => `${unit.name}, ${pair}: the difference is about ${touched.length}, the rest about ${others}`);
        } else if (was !== -2) withheld += 1;
        const seen = whole.after.met[at(whole.after, unit.id)];
        const met = cell.filter((row) => metAt(row, row.role === role ? level : row.required)).length;
        if (seen !== -2) complaints.expect(seen === met, () => `${unit.name}, ${pair}: ${seen} met, ${met} by hand`);
      }
    }
    complaints.none();
    must(told > 20 && withheld > 5, `${told} told and ${withheld} withheld prove little`);
  });

  const ahead = (who, assumed, query = {}) => who.post('/what-if/forecast', { ...nothing, ...assumed }, { query });

  await test('the forecast under a what-if is the same in the API and on the command line, and today is that of the base', async () => {
    const role = roles.find((one) => one.key === 'machine_operator');
    const unit = units.find((one) => one.name === 'Lager');
    const said = await ahead(hr, { close: [unit.id], growth: [{ role: role.id, percent: -20 }] }, { reason, months: 24 });
    const line = (await json('whatif', '--close', unit.code, '--growth', 'machine_operator=-20', '--months', '24')).forecast;
    equal([said.after.curve, said.before.curve, said.after.of], [line.after.curve, line.before.curve, line.after.of], 'curves');
    const told = new Map(line.skills.map((one) => [one.skill, one]));
    const open = said.skills.filter((one) => !one.hidden && !one.hidden_after);
    must(open.length > 30, 'few skills are told');
    equal(open.map((one) => one.after), open.map((one) => told.get(one.skill).after), 'skills');
    for (const [what, id] of [['roles', 'role'], ['units', 'unit']]) {
      const printed = new Map(line[what].map((one) => [one[id], one]));
      const shown = said[what].filter((one) => !one.hidden && !one.hidden_after);
      must(shown.length >= 3, `few ${what} are told`);
      equal(shown.map((one) => one.after), shown.map((one) => printed.get(one[id]).after), what);
    }
    const add = (all, of) => all.reduce((sum, one) => sum + of(one), 0);
    const close = (one, other, what) => must(Math.abs(one - other) < 0.02, `${what}: ${one}, not ${other}`);
    close(add(line.roles, (one) => one.after.of.able_then), line.after.of.able_then, 'roles together');
    close(add(line.units, (one) => one.after.of.able_then), line.after.of.able_then, 'units together');
    close(add(line.roles, (one) => one.after.lacking_then), line.after.short_then, 'what roles lack');
    const [base] = (await hr.get('/scenarios')).items;
    equal(said.scenario, base.id, 'the scenario');
    const whole = await ahead(hr, {}, { reason });
    const alone = await hr.get(`/scenarios/${base.id}/forecast`, { reason });
    equal(whole.after.curve, whole.before.curve, 'with nothing assumed');
    // Ages count in the scenario alone, so the curves part after today.
    const first = ({ able, unknown, demand }) => [able[0], unknown[0], demand];
    equal(first(whole.before.curve), first(alone.curve), 'where both begin, and what is wanted');
  });

  await test('a forecast after gives an executive nobody away: a role of few is not taken apart', async () => {
    const complaints = new Complaints();
    let told = 0;
    let withheld = 0;
    for (const role of roles) {
      const own = rows.filter((row) => row.role === role.key);
      if (own.length === 0) continue;
      const answer = await ahead(executive, { growth: [{ role: role.id, percent: 100 }] });
      for (const skill of new Set(own.map((row) => row.skill))) {
        const found = answer.skills.find((one) => one.skill === skills.find((known) => known.key === skill).id);
        const part = own.filter((row) => row.skill === skill).length;
        const others = rows.filter((row) => row.skill === skill).length - part;
        if (found.hidden_after) withheld += found.hidden ? 0 : 1;
        else {
          told += 1;
          complaints.expect(part >= 5 && (others === 0 || others >= 5), () => `${role.key}, ${skill}: the difference is about ${part}, the rest about ${others}`);
          complaints.expect(!found.hidden, `${role.key}, ${skill}: told after, hidden before`);
        }
      }
    }
    complaints.none();
    must(told > 20 && withheld > 5, `${told} told and ${withheld} withheld prove little`);
  });

  await test('nothing is saved: the map is the same after all these questions', async () => {
    const map = await hr.get('/insights/map');
    const asked = await ask(hr, {}, { reason });
    equal(map.required, asked.before.required, 'requirements');
    equal(asked.after.coverage, map.coverage, 'with nothing assumed');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const looks = async (person, name) => {
    await person.picture(`whatif-${name}`);
    equal(await person.faults(), [], `faults of ${name}`);
    must((await person.overflow()) <= 0, `${name} is wider than the screen`);
  };
  const choose = async (page, label, words) => {
    await page.getByRole('combobox', { name: label, exact: true }).fill(words);
    await page.getByRole('option', { name: words }).first().click();
  };
  const assume = async (page, kind) => {
    await page.getByRole('combobox', { name: 'Anta att' }).click();
    await page.getByRole('option', { name: kind }).click();
  };
  const role = roles.find((one) => one.key === 'machine_operator').name.sv;

  await story('HR shrinks a role, closes a unit and sees the difference; the address brings it back, and nothing is saved', 'hr', async (person, page) => {
    await person.go('/gap');
    await person.button('Vad händer om …').click();
    await person.sees('Ett prov: inget sparas', 'Välj vad som ska ändras');
    await assume(page, 'en roll växer eller krymper');
    await choose(page, 'Roll', role);
    await page.getByLabel('Procent').fill('-20');
    await person.button('Lägg till').click();
    await person.sees(`${role} −20 %`, '500 → 480');
    await assume(page, 'en enhet stänger');
    await choose(page, 'Enhet', 'Lager');
    await person.button('Lägg till').click();
    await person.sees('Lager stänger');
    await person.ready();
    await looks(person, 'hr');
    await page.reload();
    await person.ready();
    await person.sees(`${role} −20 %`, 'Lager stänger');
    await page.getByRole('button', { name: /Ta bort: Lager stänger/ }).click();
    await person.sees('500 → 480');
    await person.button('Avsluta provet').click();
    await person.heading('Var saknar vi kompetens?').waitFor();
  });

  await story('HR adds a role that is not there yet with those who come to it, sees what comes of it and keeps it as a scenario', 'hr', async (person, page) => {
    const skill = (key) => skills.find((one) => one.key === key).name.sv;
    await person.go('/gap?what_if={}');
    await assume(page, 'en ny roll tillkommer');
    await page.getByLabel('Den nya rollens namn').fill('Robottekniker');
    await choose(page, 'Enhet', 'Lager');
    await page.getByLabel('Antal').fill('4');
    const required = page.getByRole('group', { name: 'Rollen kräver' });
    for (const key of ['automation_robotics', 'plc_programming']) {
      await required.getByRole('combobox', { name: 'Lägg till en kompetens' }).fill(skill(key));
      await page.getByRole('option', { name: skill(key) }).first().click();
    }
    await required.getByRole('textbox', { name: 'Nivå' }).first().fill('4');
    await person.button('Som rollen kräver').click();
    await page.getByRole('group', { name: 'De som kommer kan' }).getByRole('textbox', { name: 'Nivå' }).nth(1).fill('2');
    await looks(person, 'new-role-form');
    await person.button('Lägg till').click();
    await person.sees('Ny roll: Robottekniker, 2 krav', '4 till som Robottekniker, Lager, med 2 nivåer', '500 → 504');
    await page.getByRole('heading', { name: 'Vad det leder till' }).waitFor();
    await page.getByRole('img', { name: /^Alla tjänster: / }).waitFor();
    // One role more, already there, so that something can be kept.
    await assume(page, 'en roll växer eller krymper');
    await choose(page, 'Roll', role);
    await page.getByLabel('Procent').fill('-20');
    await person.button('Lägg till').click();
    await person.sees('500 → 484');
    await person.ready();
    await page.getByRole('table', { name: 'Kompetenser där det märks' }).getByRole('button', { name: /^Visa .* i diagrammet$/ }).first().click();
    await page.waitForURL(/ahead=\d+/);
    await person.ready();
    await person.button('Visa som tabell').click();
    await until('a row a month', async () => (await page.getByRole('row').filter({ has: page.getByRole('rowheader') }).count()) >= 37);
    await person.button('Visa som diagram').click();
    const comes = page.getByRole('region', { name: 'Vad det leder till' });
    await comes.getByText('Roller', { exact: true }).click();
    await page.getByRole('table', { name: 'Roller där det märks' }).getByRole('row', { name: /Robottekniker ny/ }).waitFor();
    await comes.getByText('Enheter', { exact: true }).click();
    await page.getByRole('table', { name: 'Enheter där det märks' }).getByRole('row').nth(1).waitFor();
    const file = await person.download(async () => {
      await comes.getByRole('button', { name: 'Exportera' }).click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
    });
    equal(file.name, 'kunna-what-if-forecast.csv', 'the file');
    await looks(person, 'ahead');
    await person.button('Spara som scenario').click();
    const form = page.getByRole('dialog');
    await person.sees('1 förändring följer med', '1 ny roll: lägg upp rollen först');
    await looks(person, 'keep');
    await form.getByRole('textbox', { name: 'Namn' }).fill('Bas');
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await form.getByText('finns redan').first().waitFor();
    await form.getByRole('textbox', { name: 'Namn' }).fill('Färre operatörer');
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.waitForURL(/scenarios\?scenario=\d+/);
    const [base] = (await hr.get('/scenarios')).items;
    const kept = (await hr.get('/scenarios')).items.at(-1);
    equal([kept.name, kept.base, kept.assumptions.growth], ['Färre operatörer', false, base.assumptions.growth], 'the scenario');
    const change = kept.assumptions.changes.at(-1);
    equal([change.kind, change.role, change.amount], ['growth', roles.find((one) => one.key === 'machine_operator').id, -0.2], 'what changes');
    must(change.from > new Date().toISOString().slice(0, 10), 'a scenario says when');
  });

  await story('HR says why before somebody is assumed to leave, and goes back to nothing', 'hr', async (person, page) => {
    await person.go('/gap?what_if={}');
    await choose(page, 'Person', manager.session.name);
    await person.button('Lägg till').click();
    await page.getByRole('textbox').last().fill(reason);
    await page.getByRole('button', { name: /^(Visa|Fortsätt|Öppna)/ }).click();
    await person.sees(`${manager.session.name} slutar`, '500 → 499');
    await person.button('Börja om').click();
    await person.sees('Välj vad som ska ändras');
  });

  await story('the chair of the board may not assume that somebody leaves, but that a requirement rises', 'board', async (person, page) => {
    await person.go('/gap?what_if={}');
    await page.getByRole('combobox', { name: /Anta att|Assume that/ }).click();
    await page.getByRole('option', { name: /ett krav ändras|a requirement changes/ }).waitFor();
    equal(await page.getByRole('option', { name: /slutar|leaves/ }).count(), 0, 'ways to assume that somebody leaves');
  });

  for (const [language, dark] of [['sv', false], ['sv', true], ['en', false], ['en', true]])
    await story(`it looks right in ${language}, ${dark ? 'dark' : 'light'}, on a phone too`, 'hr', async (person) => {
      await person.speak(language);
      const assumed = { close: [units.find((one) => one.name === 'Lager').id], requirements: [{ role: roles.find((one) => one.key === 'machine_operator').id, skill: skills.find((one) => one.key === rows.find((row) => row.role === 'machine_operator').skill).id, level: 5 }] };
      await person.go(`/gap?what_if=${encodeURIComponent(JSON.stringify(assumed))}`);
      await person.sees(language === 'sv' ? 'Enheter som ändras' : 'Units that change', language === 'sv' ? 'Kompetenser där det märks' : 'Skills where it shows');
      await person.ready();
      await looks(person, `${language}-${dark ? 'dark' : 'light'}`);
      await person.width('phone');
      await looks(person, `${language}-${dark ? 'dark' : 'light'}-phone`);
      await person.speak('sv');
    }, { language, dark });

  await browser.close();
  await server.stop();
  return answers;
}
