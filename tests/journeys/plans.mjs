// Suite: a plan of learning from its first draft to what was paid for it, in a browser: L&D, manager, executive, employee
// and HR each at their own page of it.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { becomes, equal, heading, must, test, until } from './support/tell.mjs';

const over = (plan) => !plan.job || ['done', 'failed', 'cancelled'].includes(plan.job.state);

export async function plans() {
  heading('Plans of learning');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [lead, manager] = [await as('learning'), await as('manager')];
  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  let plan;
  let last; // when it was solved, as far as has been seen
  const read = () => lead.get(`/plans/${plan}`);
  // The curve of budgets is waited for once, by the first who solves; later on it is stopped, and the plan stands.
  const solved = async (what) => {
    const found = await until(what, async () => {
      const now = await read();
      return now.told && !now.outdated && now.row.solved !== last && now;
    }, { within: 90000 });
    if (!over(found)) await lead.want('DELETE', `/jobs/${found.job.id}`);
    last = (await until('the job to be over', async () => {
      const now = await read();
      return over(now) && now;
    }, { within: 90000 })).row.solved;
  };

  await story('without a plan L&D is told what one is, and drafts the first', 'learning', async (person, page) => {
    await person.menu('Plan');
    await page.getByRole('heading', { name: 'Ingen plan än' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await page.getByRole('button', { name: 'Ny plan' }).click();
    await page.getByLabel('Namn').fill('Plan 2027');
    await page.getByLabel('Budget, kronor').fill('-1');
    await page.getByRole('button', { name: 'Till planbänken' }).click();
    await page.getByText('Ange en budget från 0 kronor och uppåt.').first().waitFor();
    await becomes(() => page.getByLabel('Budget, kronor').getAttribute('aria-invalid'), 'true', 'the field of the budget');
    await page.getByLabel('Budget, kronor').fill('6000000');
    await page.getByRole('button', { name: 'Till planbänken' }).click();
    await page.getByRole('heading', { level: 1, name: /^Mest kompetens för 6,0\smkr$/ }).waitFor();
    await page.getByRole('heading', { name: 'Inte löst än' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    plan = Number(new URL(page.url()).pathname.split('/').at(-1));
  });

  await story('L&D solves 6,0 mkr and 80 hours, and checks the proof of how good it is', 'learning', async (person, page) => {
    await person.go(`/plans/${plan}`);
    const frame = page.getByRole('region', { name: 'Ramar' });
    await frame.getByRole('textbox', { name: 'Timmar per person' }).fill('80');
    await frame.getByRole('button', { name: 'Lös' }).click();
    await page.getByText('Gapen som stängs').waitFor({ timeout: 60000 });
    const { told, frame: stored } = await read();
    equal([stored.budget, stored.hours], [600_000_000, 80], 'the frame');
    must(told.closed > 0.3 && told.closed <= told.bound && told.bound <= 1, `${told.closed} of ${told.bound}`);
    await page.getByText(`${(told.closed * 100).toFixed(1).replace('.', ',')}\u00a0%`, { exact: true }).first().waitFor();
    await page.getByText('Ingen plan inom ramarna kan nå över').waitFor();
    await page.getByRole('button', { name: 'Kontrollera beviset' }).click();
    await page.getByText('Beviset håller').waitFor({ timeout: 60000 });
    equal(await page.getByRole('link', { name: 'Hämta intyget' }).count(), 0, 'the certificate says who misses what');
    await page.getByText('Budgeten binder inte', { exact: false }).waitFor();
    await page.getByText(/^En plats till på .* stänger .* procentenheter mer\.$/).first().waitFor();
    await page.getByRole('img', { name: /^Budgetkurva/ }).waitFor({ timeout: 120000 });
    await page.getByRole('button', { name: 'Som tabell' }).click();
    const points = (await read()).told.curve.length;
    await becomes(() => page.getByRole('table', { name: /^Budgetkurva/ }).getByRole('row').count(), points + 1, 'rows of the curve');
    last = (await until('the job to be over', async () => over(await read()) && read(), { within: 30000 })).row.solved;
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-solved');
    const views = [['Per enhet', 'Per enhet'], ['Per insats', 'Per insats'], ['Kalender', 'Kalender'], ['Rättvisa', 'Vem får lära sig, efter ålder']];
    for (const [view, table] of views) {
      await page.locator('label', { hasText: view }).click();
      await page.getByRole('table', { name: table }).waitFor();
      equal(await person.faults(), [], `faults of access: ${view}`);
    }
    await page.getByText('Ursprung, hälsa och ledighet finns inte i Kunna', { exact: false }).waitFor();
    const genders = page.getByRole('table', { name: 'Vem får lära sig, efter kön' });
    await becomes(() => genders.getByRole('rowheader').allTextContents(), ['Inte angivet', 'Kvinna', 'Man', 'Annat'], 'genders');
    equal(told.genders.reduce((sum, one) => sum + (one.people ?? 0), 0), told.ages.reduce((sum, one) => sum + one.people, 0), 'people by gender and by age');
    await page.locator('label', { hasText: /^Vem$/ }).click();
    await page.getByText('Du ser planen i summor').waitFor();
    equal(await person.overflow(), 0, 'pixels wider than the screen');
  });

  await story('L&D weighs reskilling and hiring in the same money, and goes on to a programme of it', 'learning', async (person, page) => {
    const { frame, row } = await read();
    const other = await lead.post('/plans', { name: 'Med andra vägar', frame: { ...frame, locks: [] } });
    await person.go(`/plans/${other.id}`);
    await page.getByText('Fler ramar').click();
    await page.getByLabel('Rekrytering i stället, kronor').fill('400000');
    await page.getByLabel('Omskolning i stället, kronor per timme borta från arbetet').fill('420');
    await page.getByRole('region', { name: 'Ramar' }).getByRole('button', { name: 'Lös' }).click();
    await page.getByText('Ställs om i stället').waitFor({ timeout: 60000 });
    const { told } = await lead.get(`/plans/${other.id}`);
    const alone = (await read()).told;
    must(told.closed > alone.closed + 0.1 && told.reskilled > 0 && told.hired > 0 && told.cost <= row.budget, () => JSON.stringify([told.closed, alone.closed, told.reskilled, told.hired, told.cost]));
    const goal = told.goals.find((one) => one.needs.some((need) => need.reskilled > 0));
    const need = goal.needs.find((one) => one.reskilled > 0);
    await page.getByRole('button', { name: goal.name.sv }).click();
    await page.getByText(`${need.reskilled} ställs om`).first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-alternatives');
    await page.getByRole('link', { name: 'Gör ett omskolningsprogram' }).first().click();
    await page.getByRole('heading', { name: 'Nytt omskolningsprogram' }).waitFor();
    await becomes(() => page.getByLabel('Platser').inputValue(), String(need.reskilled), 'places of the programme');
    await lead.want('DELETE', `/plans/${other.id}`);
  });

  await story('L&D locks a unit to an activity against a ban, is told at the lock, mends it and solves again', 'learning', async (person, page) => {
    const before = await read();
    const activity = before.told.activities[0];
    const unit = (await lead.get('/units')).items.find((one) => one.depth === 1 && one.people > 20);
    await person.go(`/plans/${plan}`);
    await page.getByText('Fler ramar').click();
    await page.getByRole('button', { name: 'Lägg till lås eller spärr' }).click();
    const adding = page.getByRole('group', { name: 'Lägg till lås eller spärr' });
    const add = async (kind) => {
      await adding.locator('label', { hasText: kind }).click();
      await adding.getByRole('combobox', { name: 'Aktivitet' }).fill(activity.name.sv);
      await page.getByRole('option', { name: activity.name.sv, exact: true }).click();
      await adding.getByRole('combobox', { name: 'Enhet' }).fill(unit.name);
      await page.getByRole('option', { name: unit.name }).first().click();
      await adding.getByRole('button', { name: 'Lägg till', exact: true }).click();
    };
    await add('Spärr');
    await add('Lås');
    await page.getByText('Ramarna är ändrade').waitFor();
    await page.getByRole('button', { name: 'Lös igen' }).first().click();
    const locks = page.getByRole('listitem').filter({ hasText: `${activity.name.sv} för ${unit.name}` });
    await locks.nth(1).getByText('Låset säger emot spärr nummer 1', { exact: false }).waitFor();
    equal(await locks.nth(0).getByRole('alert').count(), 0, 'what is said of the ban');
    await person.picture('plan-lock-refused');
    equal((await read()).row.version, before.row.version, 'nothing was saved');
    await locks.nth(1).getByRole('button').click();
    await page.getByRole('button', { name: 'Lös igen' }).first().click();
    await solved('the plan without what is banned');
    const after = await read();
    equal(after.locks.map(({ kind, unit: of }) => [kind, of]), [['ban', unit.id]], 'locks');
    await page.getByText('Ramarna är ändrade').waitFor({ state: 'detached' });
  });

  await story('two tabs on one plan: the second is told, and loads what the first has saved', 'learning', async (person, page) => {
    await person.go(`/plans/${plan}`);
    const hours = page.getByRole('textbox', { name: 'Timmar per person' });
    await hours.fill('60');
    const { row, frame } = await read();
    await lead.want('PUT', `/plans/${plan}`, { headers: { 'If-Match': `"${row.version}"` }, body: { name: row.name, frame: { ...frame, hours: 72 } } });
    await page.getByRole('button', { name: 'Lös igen' }).first().click();
    await page.getByRole('alert').getByText(/ändrats|ändrades/).first().waitFor();
    await page.getByRole('button', { name: 'Läs in den andra versionen' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some((one) => one.value === '72 h'));
    await page.getByText('Underlaget är nyare än lösningen').waitFor();
    await page.getByRole('button', { name: 'Skicka till chefer' }).click();
    await page.getByText('Planen är inte löst som den nu ser ut. Lös den först.').waitFor();
    await page.getByRole('button', { name: 'Lös igen' }).click();
    await solved('the plan of 72 hours');
    await page.getByText('Underlaget är nyare än lösningen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Skicka till chefer' }).click();
    await page.getByText('hos cheferna', { exact: true }).first().waitFor();
  });

  let deferred;
  let swapped;
  await story('the manager sees what it gives, agrees with all, then defers one and swaps another with a reason', 'manager', async (person, page) => {
    const [review] = (await manager.get('/plans/reviews')).items;
    must(review.items.length >= 2, `${review.items.length} items for the manager`);
    await person.menu('Plan');
    await page.getByRole('heading', { level: 1, name: 'Vad ger planen mina medarbetare?' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-review');
    // The one who answers later in this suite keeps theirs.
    const own = review.items.find((one) => one.person_name === accounts.employee.name) ?? review.items[0];
    const others = review.items.filter((one) => one.id !== own.id);
    deferred = others.find((one) => one.person !== own.person) ?? others[0];
    // Another activity that nothing must come before, so that it is in time, and that there is room for beside the rest.
    const known = (await read()).told.activities.sort((a, b) => a.people - b.people);
    const free = (await Promise.all(known.map((one) => lead.get(`/activities/${one.activity}`)))).filter((one) => one.after.length === 0 && one.entry.length === 0);
    const hoursOf = (items) => items.reduce((sum, one) => sum + one.hours, 0);
    const beside = (item) => review.items.filter((one) => one.person === item.person && one.id !== item.id);
    const fits = (item) => free.find((one) => one.hours + hoursOf(beside(item)) <= 72 && !review.items.some((other) => other.person === item.person && other.activity === one.id));
    const third = others.filter((one) => one.id !== deferred.id && fits(one)).sort((a, b) => beside(a).length - beside(b).length)[0];
    // Who works in the team, and what they lack, is another on another day: where only two have something, one is deferred.
    const to = third && fits(third);
    if (to) swapped = { person: third.person, from: third.activity, to: to.id };
    const of = (item) => page.getByRole('group', { name: `${item.activity_name.sv} för ${item.person_name}`, exact: true });
    await page.getByRole('button', { name: 'Godkänn alla som väntar' }).click();
    await page.getByRole('button', { name: 'Godkänn alla som väntar' }).waitFor({ state: 'detached' });
    await of(own).getByText('godkänd', { exact: true }).waitFor();
    await of(deferred).getByRole('button', { name: 'Ändra' }).click();
    await of(deferred).getByRole('button', { name: 'Skjut upp' }).click();
    await of(deferred).getByRole('button', { name: 'Skjut upp insatsen' }).click();
    await of(deferred).getByText('Skriv varför.').first().waitFor();
    await of(deferred).getByLabel('Varför?').fill('Föräldraledig till hösten');
    await of(deferred).getByRole('button', { name: 'Skjut upp insatsen' }).click();
    await of(deferred).getByText('uppskjuten', { exact: true }).waitFor();
    await of(deferred).getByText('Föräldraledig till hösten', { exact: false }).waitFor();
    if (to) {
      await of(third).getByRole('button', { name: 'Ändra' }).click();
      await of(third).getByRole('button', { name: 'Byt', exact: true }).click();
      await of(third).getByRole('combobox', { name: 'Byt till' }).fill(to.name.sv);
      await page.getByRole('option', { name: to.name.sv, exact: true }).click();
      await of(third).getByLabel('Varför?').fill('Passar hennes tjänst bättre');
      await of(third).getByRole('button', { name: 'Byt insats' }).click();
      await of(third).getByText('bytt', { exact: true }).waitFor();
    }
    const said = (await manager.get('/plans/reviews')).items[0].items.map((one) => one.review);
    equal(said.filter((one) => one !== 'agreed').sort(), to ? ['deferred', 'swapped'] : ['deferred'], 'what is not agreed');
  });

  await story('L&D sees how managers have said, solves again so that it is heeded, and asks for the budget', 'learning', async (person, page) => {
    await person.go(`/plans/${plan}`);
    await page.getByRole('region', { name: 'Chefernas besked' }).getByText('uppskjutna').waitFor();
    await page.getByText('Underlaget är nyare än lösningen').waitFor();
    await page.getByRole('button', { name: 'Till budgetansvarig' }).click();
    await page.getByText('Planen är inte löst som den nu ser ut. Lös den först.').waitFor();
    await page.getByRole('button', { name: 'Lös igen' }).click();
    await solved('the plan that heeds the managers');
    const [review] = (await manager.get('/plans/reviews')).items;
    must(!review.items.some((one) => one.person === deferred.person && one.activity === deferred.activity && one.review === 'waiting'), 'what was deferred is planned again');
    must(review.items.some((one) => one.review === 'agreed'), 'what was agreed has stayed');
    const now = await read();
    const theirs = review.items.filter((one) => one.person === swapped?.person).map((one) => one.activity);
    if (swapped) must(theirs.includes(swapped.to) && !theirs.includes(swapped.from), () => `of ${JSON.stringify(swapped)} there is ${theirs}; ${JSON.stringify(now.told.conflicts)}`);
    await page.getByText('Underlaget är nyare än lösningen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Till budgetansvarig' }).click();
    await page.getByText('väntar på budget', { exact: true }).first().waitFor();
    equal(await page.getByRole('button', { name: 'Godkänn budgeten' }).count(), 0, 'L&D does not approve');
  });

  await story('the executive reads the sums and approves the budget', 'executive', async (person, page) => {
    await person.menu('Plan');
    await page.getByRole('link', { name: 'Plan 2027' }).click();
    await page.getByRole('button', { name: 'Godkänn budgeten' }).waitFor();
    equal(await page.getByRole('slider').count(), 0, 'limits are not the executive’s to change');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-approval');
    await page.getByRole('button', { name: 'Godkänn budgeten' }).click();
    await page.getByText(/^Fastställd .* av /).waitFor();
  });

  await story('the employee sees why this, on a phone, and declines with a reason', 'employee', async (person, page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await person.go('/me/plan');
    await page.getByRole('heading', { level: 1, name: 'Vad ska jag lära mig, och varför?' }).waitFor();
    await page.getByText('Varför just det här').first().waitFor();
    await page.getByText('Vad som hade ändrat valet', { exact: false }).first().waitFor();
    await page.getByText('Din chef har godkänt insatsen.').first().waitFor();
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-mine-phone');
    const file = await person.download(() => page.getByRole('link', { name: 'Hämta kalenderfil' }).click());
    must(file.bytes.toString().includes('BEGIN:VEVENT'), 'the calendar');
    await page.getByRole('button', { name: 'Avböj', exact: true }).first().click();
    await page.getByRole('button', { name: 'Avböj insatsen' }).click();
    await page.getByText('Skriv varför.').first().waitFor();
    await page.getByLabel('Varför?').fill('Jag byter tjänst i vår');
    await page.getByRole('button', { name: 'Avböj insatsen' }).click();
    await page.getByText('Du har avböjt. Skäl: Jag byter tjänst i vår').waitFor();
  });

  await story('HR opens who, for a reason that is kept', 'hr', async (person, page) => {
    await person.go(`/plans/${plan}?view=who`);
    await page.getByRole('textbox', { name: 'Skäl' }).fill('Underlag för utbildning');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: accounts.employee.name }).first();
    await row.getByText('avböjd').waitFor();
    await page.getByRole('link', { name: 'Hämta intyget' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await page.getByRole('region', { name: 'Visa planen' }).getByRole('button', { name: 'Exportera' }).click();
    const file = await person.download(() => page.getByRole('menuitem', { name: 'CSV' }).click());
    must(file.bytes.toString().includes(accounts.employee.name), 'the file of who');
  });

  await story('L&D books a cost and sees plan against actual', 'learning', async (person, page) => {
    await person.go(`/plans/${plan}?view=costs`);
    const { costs } = await read();
    const form = page.getByRole('form', { name: 'Bokför en kostnad' });
    await form.getByRole('combobox', { name: 'Aktivitet' }).or(form.getByRole('combobox', { name: 'Insats' })).fill(costs[0].name.sv);
    await page.getByRole('option', { name: costs[0].name.sv, exact: true }).click();
    await form.getByLabel('Belopp, kronor').fill('0');
    await form.getByRole('button', { name: 'Bokför' }).click();
    await form.getByText('Ange ett belopp, eller ett negativt för att rätta.').first().waitFor();
    await form.getByLabel('Belopp, kronor').fill('12500');
    await form.getByLabel('Anteckning').fill('Faktura 4711');
    await form.getByRole('button', { name: 'Bokför' }).click();
    const row = page.getByRole('table', { name: 'Planerat och betalt' }).getByRole('row').filter({ hasText: costs[0].name.sv }).first();
    await row.getByText(/^12\s500\skr$/).first().waitFor();
    await page.getByText('Faktura 4711', { exact: false }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('plan-costs');
    equal((await read()).costs.find((one) => one.activity === costs[0].activity).paid, 1_250_000, 'paid');
  });

  await story('L&D plans again from the published one, and throws the draft away', 'learning', async (person, page) => {
    await person.go(`/plans/${plan}`);
    await page.getByRole('button', { name: 'Planera om' }).click();
    await page.getByText('Bygger på en tidigare plan', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Ta bort utkastet' }).click();
    await page.waitForURL((url) => url.pathname === '/plans');
    equal((await lead.get('/plans')).items.length, 1, 'plans');
  });

  await test('nobody who may not sees a plan', async () => {
    const employee = await as('employee');
    equal((await employee.ask('GET', `/plans/${plan}`)).status, 403, 'an employee');
    equal((await lead.ask('GET', `/plans/${plan}/items`)).status, 403, 'L&D and who');
  });

  await browser.close();
  await server.stop();
  return answers;
}
