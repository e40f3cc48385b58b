// Suite: the first day. From an empty folder and the one-time link, over packs and the organisation's own files with
// their faults, to a gap map that answers.
import { join } from 'node:path';
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { freshFolder, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { heading, must, test, until } from './support/tell.mjs';

const secret = 'en mening som bara vi kan';

// As an HR system of some age exports it: Windows-1252, semicolons, names turned round.
const export1252 = (lines) => ({ bytes: Buffer.from(lines.join('\r\n') + '\r\n', 'latin1') });

const developers = Array.from({ length: 12 }, (_, i) => ({ number: String(10 + i).padStart(5, '0'), name: `Öberg${'abcdefghijkl'[i]}, Åsa`, email: `asa.${i}@exempel.example` }));
const heads = 'Anst.nr;Namn;E-post;Avdelning;Befattning;Roll;Närmaste chef;Anställd fr.o.m.';
const mended = [
  heads,
  '00001;Åkesson, Märta;marta@exempel.example;Ledning;Vd;;;2012-03-01',
  '00002;Svensson, Anna;anna@exempel.example;Utveckling;Utvecklingschef;;Åkesson, Märta;2016-08-15',
  ...developers.map(({ number, name, email }, i) => `${number};${name};${email};Utveckling;Utvecklare;Backendutvecklare;Svensson, Anna;${2018 + (i % 6)}-0${1 + (i % 9)}-01`),
];
const faulty = mended.map((line) =>
  line.startsWith('00010;') ? line.replace('Svensson, Anna', 'Finns, Inte') : line.startsWith('00011;') ? line.replace(/\d{4}-\d\d-\d\d$/, '2019-02-31') : line.startsWith('00012;') ? line.replace('00012', '00013') : line,
);
const roles = ['Roll;Kompetens;Nivå;Vikt;Måste', 'Testare;Testautomatisering;4;3;Ja', 'Testare;Problemlösning;3;2;Nej'];
const assessments = [
  'Anst.nr;Kompetens;Nivå;Källa;Datum;Anteckning',
  ...developers.flatMap(({ number }, i) => [`${number};Programmering;${2 + (i % 4)};chef;2026-10-0${1 + (i % 9)};Sett i granskningar`, `${number};Arkitektur;${1 + (i % 4)};test;2026-09-15;`]),
];

export async function beginnings() {
  heading('The first day');
  const server = await Server.start(join(freshFolder('empty'), 'data'));
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const browser = await Browser.open(server, answers);
  let invitation;

  const story = storyteller(browser);

  await story('without an account the sign-in page tells how the first one is made', null, async (person) => {
    await person.go('/');
    await person.sees('Här finns inget konto än', /engångslänk/);
    must(server.firstLink?.startsWith('/start/'), `the server printed no link: ${server.out}`);
  });

  await story('the one-time link makes the first administrator, once, who invites HR', null, async (person) => {
    const { page } = person;
    await person.go(server.firstLink);
    await person.heading('Skapa den första administratören').waitFor();
    await page.getByLabel('Organisationens namn').fill('Exempelbolaget');
    await page.getByLabel('Ditt namn').fill('Oskar Drift');
    await page.getByLabel('E-post').fill('drift@exempel.example');
    await page.getByLabel('Nytt lösenord').fill(secret);
    await page.getByLabel('En gång till').fill(secret);
    await person.button('Skapa och logga in').click();
    await page.getByRole('navigation').first().waitFor({ state: 'attached' });
    await person.ready();
    await person.picture('first-administrator-after');
    await person.menu('Hem');
    await person.sees('Oskar · Exempelbolaget');
    await person.go('/me');
    await person.sees('Kontot hör inte till någon person');
    await person.menu('Konton');
    await person.button('Bjud in').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('E-post').fill('hr@exempel.example');
    await form.getByLabel('Namn').fill('Hanna Ek');
    await form.getByRole('button', { name: 'Lägg till roll' }).click();
    await form.getByRole('button', { name: 'Bjud in' }).click();
    invitation = new URL(await form.getByLabel('Inbjudan är klar').inputValue()).pathname;
    const late = await browser.person();
    await late.go(server.firstLink);
    must(!(await late.page.getByLabel('Ditt namn').isVisible()) || (await triedAgain(late)), 'the one-time link works twice');
    await late.leave();
  });

  await story('HR opens the invitation and is led from packs to the map', null, async (person) => {
    const { page } = person;
    await person.go(invitation);
    await page.getByLabel('Nytt lösenord').fill(secret);
    await page.getByLabel('En gång till').fill(secret);
    await person.button('Spara och logga in').click();
    await person.heading('Vad behöver göras nu?').waitFor();
    await person.sees('Kom i gång med Kunna');
    await person.picture('hr-first-home');
    await person.link('Öppna guiden').click();
    await person.heading('Fyra steg till gapkartan').waitFor();
    await person.button(/^Lägg till: Techbolag/).click();
    await person.sees(/Techbolag/, 'Tillagt');
    await person.picture('hr-first-guide');
    await page.getByRole('main').getByRole('link', { name: 'Importera' }).first().click();
    await person.heading('Vad vill du läsa in?').waitFor();
  });

  const signedIn = async (person) => {
    await person.signIn({ email: 'hr@exempel.example', password: secret }, '/imports');
    await person.heading('Vad vill du läsa in?').waitFor();
  };
  const drop = async (person, kind, name, { bytes }) => {
    const { page } = person;
    await page.getByRole('radio', { name: new RegExp(kind) }).check({ force: true });
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
    await person.heading('Vilken kolumn är vad?').waitFor();
    await person.ready();
    await person.button('Kontrollera').click();
    await person.heading('Stämmer det?').waitFor();
    await person.ready();
  };
  const apply = async (person) => {
    await person.page.getByRole('button', { name: 'Läs in', exact: true }).click();
    await person.heading('Inläst').waitFor();
    await person.ready();
  };

  await story('a people file with faults is told row by row and changes nothing; mended it is read in', null, async (person) => {
    const { page } = person;
    await signedIn(person);
    await drop(person, 'Personer', 'personal.csv', export1252(faulty));
    await person.sees('Rätta felen i filen och släpp den igen. Inget har ändrats.');
    await page.getByRole('tab', { name: /Fel och varningar/ }).click();
    const rows = page.getByRole('table').last().getByRole('row');
    await rows.filter({ hasText: 'Finns, Inte' }).first().waitFor();
    await rows.filter({ hasText: '2019-02-31' }).first().waitFor();
    await rows.filter({ hasText: '00013' }).first().waitFor();
    await until('no way to read in a file with faults', () => page.getByRole('button', { name: 'Läs in', exact: true }).isDisabled());
    await person.picture('import-faults');
    await person.go('/people');
    await person.sees('Inga personer än');
    await person.go('/imports');
    await drop(person, 'Personer', 'personal.csv', export1252(mended));
    await person.sees('Allt läses in på en gång, eller inget alls.');
    await person.picture('import-checked');
    await apply(person);
    await person.menu('Personer');
    await person.link('Märta Åkesson').waitFor();
    await person.link('Anna Svensson').waitFor();
    await person.go('/imports');
    await drop(person, 'Personer', 'personal.csv', export1252(mended));
    await person.sees('Filen ändrar ingenting: allt finns redan.');
  });

  await story('roles and assessments come the same way, and the map answers at once', null, async (person) => {
    const { page } = person;
    await signedIn(person);
    const figure = async () => {
      await person.menu('Gap');
      await person.heading('Var saknar vi kompetens?').waitFor();
      await person.ready();
      return page.innerText('main');
    };
    const before = await figure();
    must(/100\s%/.test(before), `before anything is assessed all is unknown: ${before.slice(0, 300)}`);
    await person.menu('Import');
    await drop(person, 'Rollprofiler', 'roller.csv', export1252(roles));
    await apply(person);
    await person.menu('Import');
    await drop(person, 'Bedömningar', 'bedömningar.csv', export1252(assessments));
    await apply(person);
    await page.getByRole('link', { name: 'Till gapkartan' }).click();
    await person.heading('Var saknar vi kompetens?').waitFor();
    await person.ready();
    await person.sees('Programmering');
    // The figures above the map are an answer of their own, and may come after it.
    await page.waitForFunction((told) => document.querySelector('main').innerText !== told && !/100\s%[\s\S]{0,40}krav utan belägg/.test(document.querySelector('main').innerText), before);
    await person.picture('map-of-the-first-day');
    await person.menu('Roller');
    await person.link('Testare').waitFor();
    await person.go('/');
    must(!(await page.innerText('main')).includes('Kom i gång med Kunna'), 'the guide is still shown when all is there');
  });

  await browser.close();
  await server.stop();
  return answers;
}

// The form may still stand there; what counts is that it is refused.
async function triedAgain(person) {
  const { page } = person;
  await page.getByLabel('Organisationens namn').fill('Ett annat bolag');
  await page.getByLabel('Ditt namn').fill('En Annan');
  await page.getByLabel('E-post').fill('annan@exempel.example');
  await page.getByLabel('Nytt lösenord').fill(secret);
  await page.getByLabel('En gång till').fill(secret);
  await person.button('Skapa och logga in').click();
  await person.sees(/redan|använts|gått ut/);
  return true;
}
