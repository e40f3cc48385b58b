// Files that no importer may swallow: each refused by the command and by the wizard, with its place and the remedy.
import fs from 'node:fs';
import path from 'node:path';

import { Client } from './client.mjs';
import { checkInWizard } from './files.mjs';
import { demo, mustKunna, Server, SqlitePlace, tempFolder, watched } from './kunna.mjs';
import { equal, expect, test } from './testing.mjs';
import { packedBlanks, sheetXml, workbookOf, zip } from './zips.mjs';

const people = 'Anställningsnummer;Förnamn;Efternamn;Enhet;Befattning;Chefens anställningsnummer;Anställd från';
const person = (n, more = {}) => {
  const all = { number: `9${n}`, given: 'Åsa', family: `Ek${n}`, unit: 'Lager', title: 'Provare', manager: '', hired: '2024-01-01', ...more };
  return [all.number, all.given, all.family, all.unit, all.title, all.manager, all.hired].join(';');
};
const lines = (...all) => `${all.join('\r\n')}\r\n`;
const cells = (text) => text.trim().split('\r\n').map((line) => line.split(';'));
const assessments = 'Anställningsnummer;Kompetens-id;Nivå;Källa;Datum';

/** row, column and value as the message must name them (where the fault has such a place), and a word of the remedy. */
export function badFiles(known) {
  const skill = known.skill;
  const number = known.number;
  const ok = [person(1), person(2)];
  const wide = Array.from({ length: 10_000 }, (_, n) => `k${n}`);
  return {
    'wrong delimiter.csv': { bytes: lines(people.replaceAll(';', '~'), ...ok.map((line) => line.replaceAll(';', '~'))), says: /delimiter|separat|semicolon/i },
    'mixed encodings.csv': {
      bytes: Buffer.concat([Buffer.from(lines(people, ...ok)), Buffer.from(lines(person(3, { given: 'Åke' })), 'latin1')]),
      row: 4, value: 'ke', column: 'Förnamn', says: /UTF-8/,
    },
    'NUL bytes.csv': { bytes: lines(people, person(1), person(2, { given: 'Å\0sa' })), row: 3, column: 'Förnamn', says: /NUL/ },
    'UTF-16 cut short.csv': { bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines(people, ...ok), 'utf16le').subarray(0, 301)]) },
    '10,000 columns.csv': { bytes: lines(wide.join(';'), wide.map(() => 'x').join(';')), says: /column/i },
    '10,000 columns in one row.csv': { bytes: lines(people, person(1), wide.join(';')), row: 3, says: /column|cell/i },
    'a quote never closed.csv': { bytes: lines(people, person(1, { given: '"Åsa' }), ...Array.from({ length: 3000 }, (_, n) => person(n + 2))), row: 2, says: /quot/i },
    'formula.csv': { bytes: lines(people, person(1), person(2, { title: '=HYPERLINK("http://x";"y")'.replace(';', ',') })), row: 3, column: 'Befattning', value: '=HYPERLINK', says: /formula/i },
    'two people with one id.csv': { bytes: lines(people, ...ok, person(1, { given: 'Bo' })), row: 4, column: 'Anställningsnummer', value: '91', says: /twice|also|two|already|same/i },
    'a manager cycle.csv': { bytes: lines(people, person(1, { manager: '92' }), person(2, { manager: '93' }), person(3, { manager: '91' })), row: 2, value: '9', says: /manager|cycle|circle|themsel/i },
    'their own manager.csv': { bytes: lines(people, person(1, { manager: '91' })), row: 2, value: '91', says: /manager|themsel/i },
    'a day that is none.csv': { bytes: lines(people, person(1, { hired: '2024-02-31' })), row: 2, column: 'Anställd från', value: '2024-02-31', says: /calendar|day/i },
    'no name.csv': { bytes: lines(people, person(1, { given: '', family: '' })), row: 2, says: /name/i },
    'a level outside the scale.csv': { kind: 'assessments', bytes: lines(assessments, `${number};${skill};9;chef;2024-01-01`), row: 2, column: 'Nivå', value: '9', says: /scale|between|0/i },
    'a date in the future.csv': { kind: 'assessments', bytes: lines(assessments, `${number};${skill};3;chef;2199-01-01`), row: 2, column: 'Datum', value: '2199-01-01', says: /future|today|later/i },
    'an unknown person.csv': { kind: 'assessments', bytes: lines(assessments, `777777;${skill};3;chef;2024-01-01`), row: 2, column: 'Anställningsnummer', value: '777777' },
    'an unknown skill.csv': { kind: 'assessments', bytes: lines(assessments, `${number};no_such_skill;3;chef;2024-01-01`), row: 2, column: 'Kompetens-id', value: 'no_such_skill' },
    'an unknown source.csv': { kind: 'assessments', bytes: lines(assessments, `${number};${skill};3;rykte;2024-01-01`), row: 2, column: 'Källa', value: 'rykte' },
    'a role level outside the scale.csv': { kind: 'roles', bytes: lines('Roll;Kompetens-id;Nivå;Betydelse;Skall', `Provroll;${skill};8;2;Ja`), row: 2, column: 'Nivå', value: '8' },
    'an importance of 7.csv': { kind: 'roles', bytes: lines('Roll;Kompetens-id;Nivå;Betydelse;Skall', `Provroll;${skill};3;7;Ja`), row: 2, column: 'Betydelse', value: '7' },
    'formulas without values.xlsx': { bytes: workbookOf({ bytes: sheetXml([...cells(lines(people, person(1))), ['93', { formula: 'A1&B1' }, 'Ek', 'Lager', 'Provare', '', '2024-01-01']]) }), row: 3, says: /formula/i },
    'a zip bomb.xlsx': { bytes: workbookOf(packedBlanks('<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>', 600, '</sheetData></worksheet>')), says: /unpack|grows/i },
    'a zip that lies about its size.xlsx': { bytes: workbookOf({ ...packedBlanks('<worksheet>', 64, '</worksheet>'), size: 100 }), says: /./ },
    'XML entities.xlsx': {
      bytes: workbookOf({ bytes: sheetXml(cells(lines(people, person(1))), { before: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>' }).replace('Provare', '&b;&c;') }),
      says: /document type|entit/i,
    },
    'a name that climbs out.xlsx': { bytes: workbookOf({ bytes: sheetXml([['a']]) }, [{ name: '../../etc/cron.d/kunna', bytes: 'x' }]), says: /name|not allowed/i },
    'a workbook cut short.xlsx': { bytes: workbookOf({ bytes: sheetXml(cells(lines(people, ...ok))) }).subarray(0, 900), says: /damaged|incomplete/i },
    'a zip of something else.xlsx': { bytes: zip([{ name: 'a.txt', bytes: 'a' }]), says: /zip|workbook/i },
    'a picture.csv': { bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), says: /image/i },
    'nothing.csv': { bytes: '', says: /empty/i },
    'headings alone.csv': { bytes: lines(people), says: /rows/i },
    'noise.csv': { bytes: Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * n * 31 + n * 7 + 11) % 256)), says: /./ },
    'noise.xlsx': { bytes: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * n * 31 + n * 7 + 11) % 256))]), says: /./ },
  };
}

/** What is stored, as far as anything could have changed: every change has its entry in the trail. */
const state = (place) => mustKunna('audit', 'verify', ...place.args) + mustKunna('gaps', ...place.args, '--by', 'person', '--format', 'csv');

async function knownOf(hr) {
  const list = await hr.must(hr.get('/people?limit=5'));
  const skills = await hr.must(hr.get('/skills'));
  return { number: list.items[0].number, skill: skills.items[0].key };
}

export function hostileFileTests() {
  test('every bad file is refused by kunna import: exit code 1, file, row, column, value and remedy named, once each, nothing changed', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const known = await knownOf(await new Client(server.port).signIn(accounts.hr));
    await server.stop();
    const folder = tempFolder();
    const before = state(place);
    const wrong = [];
    let tried = 0;
    for (const [name, bad] of Object.entries(badFiles(known))) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, bad.bytes);
      const { code, err, peak } = await watched('import', bad.kind ?? 'people', file, ...place.args);
      const told = err.trim().split('\n');
      const check = (truth, what) => truth || wrong.push(`${name}: ${what}: exit ${code}: ${err.slice(0, 600)}`);
      check(code === 1, 'exit code 1');
      check(told[0] !== '' && told.every((line) => line.length < 600 && line.includes(name)), 'each line names the file');
      check(bad.row === undefined || told.some((line) => new RegExp(`row ${bad.row}\\b`, 'i').test(line)), `row ${bad.row}`);
      for (const key of ['column', 'value']) check(bad[key] === undefined || told.some((line) => line.includes(bad[key])), `${key} ${bad[key]}`);
      check(bad.says === undefined || bad.says.test(err.replaceAll(name, '')), `says ${bad.says}`);
      check(new Set(told).size === told.length && told.length <= 4, 'at most one message per problem');
      check(peak < 150, `memory ${peak.toFixed(0)} MB`);
      tried += 1;
    }
    expect(wrong.length === 0, `files not refused as they should be:\n${wrong.join('\n')}`);
    equal(state(place), before, 'what is stored');
    return `${tried} files`;
  });

  test('every bad file is refused by the wizard with the same, and nothing changed', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const hr = await new Client(server.port).signIn(accounts.hr);
    hr.identity['Accept-Language'] = 'en';
    const known = await knownOf(hr);
    const organisation = (await hr.get('/insights/organisation')).text;
    const idle = server.memory('VmRSS');
    const wrong = [];
    let tried = 0;
    for (const [name, bad] of Object.entries(badFiles(known))) {
      const check = (truth, what) => truth || wrong.push(`${name}: ${what}`);
      const { refused, import: found, id } = await checkInWizard(hr, bad.kind ?? 'people', name, Buffer.from(bad.bytes));
      tried += 1;
      if (refused) {
        check([400, 413, 415, 422].includes(refused.status) && refused.json?.code, `refused with ${refused.status} ${refused.text}`);
      } else if (found.state === 'failed') {
        check(found.problem?.code || found.job?.problem?.code, `a reason: ${JSON.stringify(found)}`);
      } else {
        const problems = await hr.all(`/imports/${id}/problems`);
        check(found.outcome?.problems > 0 && problems.length > 0, `problems: ${JSON.stringify(found)}`);
        check(bad.row === undefined || problems.some((problem) => problem.row === bad.row), `row ${bad.row}: ${JSON.stringify(problems)}`);
        check(bad.column === undefined || problems.some((problem) => problem.column === bad.column), `column ${bad.column}: ${JSON.stringify(problems)}`);
        check(bad.value === undefined || problems.some((problem) => problem.value.includes(bad.value)), `value ${bad.value}: ${JSON.stringify(problems)}`);
        const texts = problems.map((problem) => JSON.stringify(problem));
        check(new Set(texts).size === texts.length && texts.length <= 4, `one each: ${texts}`);
      }
      if (id !== undefined) {
        const applied = await hr.post(`/imports/${id}/apply`);
        check(applied.status >= 400 && applied.status < 500, `applying it answers ${applied.status} ${applied.text}`);
      }
    }
    expect(wrong.length === 0, `files not refused as they should be:\n${wrong.join('\n')}`);
    const strip = (text) => text.replace(/"seq":\d+/g, '');
    equal(strip((await hr.get('/insights/organisation')).text), strip(organisation), 'the organisation\'s figures');
    expect(server.memory() < idle + 150, `memory went from ${idle.toFixed(0)} to ${server.memory().toFixed(0)} MB`);
    const peak = server.memory();
    equal((await server.stop()).code, 0, 'exit code');
    return `${tried} files, memory at most ${(peak - idle).toFixed(0)} MB over idle`;
  });

  for (const [what, make] of Object.entries({
    'of NUL bytes': (file) => fs.truncateSync(file, 2 ** 30),
    'in one line': (file) => {
      const handle = fs.openSync(file, 'a');
      const part = Buffer.alloc(1 << 24, 'a');
      for (let n = 0; n < 64; n += 1) fs.writeSync(handle, part);
      fs.closeSync(handle);
    },
  })) {
    test(`a file of 1 GB ${what} is refused quickly and in little memory`, async () => {
      const place = new SqlitePlace();
      demo(place.args);
      const file = path.join(tempFolder(), 'large.csv');
      fs.writeFileSync(file, `${people}\r\n${person(1)}\r\n`);
      make(file);
      const before = state(place);
      const { code, err, peak, seconds } = await watched('import', 'people', file, ...place.args);
      fs.rmSync(file);
      equal(code, 1, `exit code (${err.slice(0, 400)})`);
      expect(err.includes('large.csv') && /row 3/i.test(err), err.slice(0, 400));
      expect(peak < 150, `memory ${peak.toFixed(0)} MB`);
      equal(state(place), before, 'what is stored');
      return `${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB`;
    });
  }
}
