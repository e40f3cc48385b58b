// Suite: goals, what they need, how far that is met, and what is invested in first: through the API and as HR, an owner
// and an executive do it in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

export async function goals() {
  heading('Goals, what they need, and what comes first');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, executive, employee] = [await as('hr'), await as('executive'), await as('employee')];
  const all = (await hr.get('/goals')).items;
  const automation = all.find((one) => one.name.sv.startsWith('40 procent av linjetimmarna'));

  await test('the priority of a need is its parts multiplied, and the coverage of all goals their weighted mean', async () => {
    const told = await executive.get('/priorities');
    // What is deliberately not funded is not covered for that.
    const shown = [...told.items, ...told.not_funded].filter((one) => one.standing);
    must(shown.length >= 5, 'too few needs are told');
    const close = (a, b) => Math.abs(a - b) <= 0.005 * Math.max(1, Math.abs(b));
    for (const { parts, standing, row } of shown) {
      equal(parts.criticality, parts.goal_weight * row.need.consequence * row.need.scarcity, 'k');
      must(close(standing.coverage, Math.min(1, standing.qualified / row.need.headcount)), 'coverage');
      must(close(parts.computed, (parts.criticality * (1 - standing.coverage) * parts.urgency) / parts.effort), `the priority of ${row.skill_name.sv}: ${parts.computed}`);
    }
    const values = told.items.map((one) => one.parts.value ?? -1);
    equal(values, [...values].sort((a, b) => b - a), 'order');
    const k = shown.reduce((sum, one) => sum + one.parts.criticality, 0);
    must(close(told.coverage, shown.reduce((sum, one) => sum + one.parts.criticality * one.standing.coverage, 0) / k), 'coverage of all');
  });

  await test('a figure of a goal is the one that finding people gives', async () => {
    const reason = 'bemanning av automationslinjen';
    const told = await hr.get(`/goals/${automation.id}/standing`);
    const { row, standing } = told.items.find((one) => one.row.role_name.sv === 'Underhållstekniker');
    const found = await hr.all('/staffing/people', { skill: row.need.skill, level: row.need.level, sure: true, role: row.need.role, reason });
    const people = await Promise.all(found.map((one) => hr.get(`/people/${one.person}`)));
    const now = (one) => one.positions.find((each) => each.from <= told.day && (!each.to || each.to >= told.day));
    const fte = people.reduce((sum, one) => sum + now(one).fte, 0);
    must(Math.abs(fte - standing.qualified) < 0.001, `${fte} full-time equivalents are found, the goal counts ${standing.qualified}`);
  });

  await test('two editors of the same goal: the second is told, and nothing of theirs is half written', async () => {
    const goal = await hr.get(`/goals/${automation.id}`);
    const needs = goal.needs.map((one) => one.need);
    const put = (who, body) => who.ask('PUT', `/goals/${automation.id}/needs`, { headers: { 'If-Match': `"${goal.row.version}"` }, body: { needs: body } });
    equal((await put(executive, needs)).status, 200, 'the first');
    equal((await put(hr, [])).status, 412, 'the second');
    equal((await hr.get(`/goals/${automation.id}`)).needs.length, needs.length, 'needs');
    equal((await employee.ask('PUT', `/goals/${automation.id}/needs`, { body: { needs: [] } })).status, 403, 'an employee');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('HR sets a goal from a proposal, is refused without a metric, and corrects it', 'hr', async (person, page) => {
    await person.go(`/goals`);
    await page.getByRole('button', { name: 'Nytt mål' }).click();
    await page.getByRole('button', { name: /Höja utrustningseffektiviteten/ }).click();
    await page.getByLabel('Vad mäts? (svenska)').fill('');
    await page.getByLabel('Vad mäts? (engelska)').fill('');
    await page.getByRole('combobox', { name: 'Ansvarig' }).fill('Mattias');
    await page.getByRole('option', { name: /^Mattias Holmberg · / }).first().click({ delay: 80 });
    await page.getByRole('button', { name: 'Spara målet' }).click();
    await page.getByText('Ett mål utan mått går inte att följa upp.').first().waitFor();
    equal((await hr.get('/goals')).items.length, all.length, 'goals after the refusal');
    await page.getByLabel('Vad mäts? (svenska)').fill('Utrustningseffektivitet (TAK)');
    await page.getByRole('button', { name: 'Spara målet' }).click();
    await page.getByRole('heading', { level: 1, name: /Höja utrustningseffektiviteten/ }).waitFor();
    await page.getByRole('button', { name: 'Ändra behoven' }).click();
    const first = page.getByRole('listitem', { name: 'Förebyggande underhåll' });
    await first.getByLabel('Antal').fill('12');
    await page.getByRole('button', { name: 'Spara behoven' }).click();
    await page.getByText('12 på nivå 4 eller högre').waitFor();
    await page.getByText(/av 12 väntas$/).last().waitFor();
    await page.getByText(/^[<>]?\s?\d+\s%\schans$/).last().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('goals-goal');
  });

  await story('the owner, a manager, gives a reading and sees the goal move', 'manager', async (person, page) => {
    const mine = (await hr.get('/goals')).items.find((one) => one.owner.name === 'Mattias Holmberg');
    await person.go(`/goals/${mine.id}`);
    await page.getByRole('button', { name: 'Ange utfall' }).click();
    await page.getByLabel('Värde').fill('75');
    await page.getByRole('button', { name: 'Spara utfallet' }).click();
    await page.getByText('nått', { exact: true }).waitFor();
    equal(await page.getByRole('button', { name: 'Ändra behoven' }).count(), 0, 'what an owner may not change');
  });

  await story('the executive decides against the formula, with a reason that stays', 'executive', async (person, page) => {
    await person.go(`/priorities`);
    const first = page.getByRole('table', { name: 'Behov att satsa på' }).getByRole('row').nth(1);
    const skill = await first.getByRole('rowheader').getByRole('link').first().textContent();
    await first.getByRole('button', { name: `Ändra: ${skill}` }).click();
    await page.getByLabel('Satsa medvetet inte på det här').check();
    await page.getByLabel('Varför?').fill('Vi köper tjänsten av leverantören i år');
    await page.getByRole('button', { name: 'Spara valet' }).click();
    const left = page.getByRole('table', { name: 'Satsas medvetet inte på' });
    await left.getByText('Vi köper tjänsten av leverantören i år').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('goals-priorities');
    await left.getByRole('button', { name: `Ändra: ${skill}` }).click();
    await page.getByRole('button', { name: 'Följ formeln igen' }).click();
    await left.getByText('Vi köper tjänsten av leverantören i år').waitFor({ state: 'detached' });
  });

  await browser.close();
  await server.stop();
  return answers;
}
