// Files of a large company, the same for the same size: people.csv, roles.csv, assessments.csv, as an HR system would
// export them.   node company.mjs FOLDER PEOPLE
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** splitmix64 in two halves would be slow here; this 32-bit generator (mulberry) is plenty for names and levels. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const given = 'Anna Erik Maria Lars Åsa Karl Ingrid Nils Elin Johan Sara Per Eva Anders Lena Mikael Karin Omar Fatima Göran'.split(' ');
const family = 'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Öberg Ali Åkesson Lindqvist Berg'.split(' ');

export const shape = { roles: 200, skills: 300, statements: 45, teamSize: 50 };

/** Lines to a file in large pieces: a line at a time would take longer than what is measured. */
class Lines {
  constructor(file) {
    this.handle = fs.openSync(file, 'w');
    this.parts = [];
    this.size = 0;
  }
  add(line) {
    this.parts.push(line);
    this.size += line.length;
    if (this.size > 1 << 20) this.flush();
  }
  flush() {
    fs.writeSync(this.handle, `${this.parts.join('\r\n')}\r\n`);
    this.parts = [];
    this.size = 0;
  }
  close() {
    if (this.parts.length > 0) this.flush();
    fs.closeSync(this.handle);
  }
}

function rolesOf(random) {
  return Array.from({ length: shape.roles }, () => {
    const wanted = new Set();
    const count = 20 + Math.floor(random() * 21);
    while (wanted.size < count) wanted.add(Math.floor(random() ** 1.5 * shape.skills));
    return [...wanted].map((skill) => ({ skill, level: 2 + Math.floor(random() * 3), importance: 1 + Math.floor(random() * 3), must: random() < 0.3 }));
  });
}

export function writeCompany(folder, count) {
  const random = randomOf(42);
  fs.mkdirSync(folder, { recursive: true });
  const roles = rolesOf(random);

  const roleFile = new Lines(path.join(folder, 'roles.csv'));
  roleFile.add('Rollnyckel;Roll;Kompetens;Nivå;Betydelse;Skall;Gäller från');
  roles.forEach((wanted, n) => {
    for (const w of wanted) roleFile.add(`roll_${n};Roll ${n};Kompetens ${w.skill};${w.level};${w.importance};${w.must ? 'Ja' : 'Nej'};2020-01-01`);
  });
  roleFile.close();

  const people = new Lines(path.join(folder, 'people.csv'));
  const levels = new Lines(path.join(folder, 'assessments.csv'));
  people.add('Anställningsnummer;Förnamn;Efternamn;E-post;Organisationsväg;Befattning;Roll;Chefens anställningsnummer;Sysselsättningsgrad;Anställd från');
  levels.add('Anställningsnummer;Kompetens;Nivå;Källa;Datum;Bedömare');
  const number = (n) => String(n).padStart(7, '0');
  const days = Array.from({ length: 1500 }, (_, n) => new Date(Date.UTC(2022, 8, 1 + n)).toISOString().slice(0, 10));
  let statements = 0;
  for (let n = 1; n <= count; n += 1) {
    // The first of each team leads it and answers to the first of the department; those to the very first.
    const team = Math.floor((n - 1) / shape.teamSize);
    const leader = team * shape.teamSize + 1;
    const department = Math.floor(team / 20);
    const head = department * 20 * shape.teamSize + 1;
    const manager = n === 1 ? '' : number(n !== leader ? leader : n !== head ? head : 1);
    const division = Math.floor(department / 10);
    const role = (team * 7 + Math.floor(random() * 6)) % shape.roles;
    const place = n === 1 ? 'Bolaget' : `Bolaget > Division ${division} > Avdelning ${department} > Lag ${team}`;
    people.add(`${number(n)};${given[Math.floor(random() * given.length)]};${family[Math.floor(random() * family.length)]};p${n}@stora.example;${place};Befattning ${role};Roll ${role};${manager};${random() < 0.1 ? '0,8' : '1'};2021-0${1 + (n % 9)}-01`);
    let left = shape.statements;
    const say = (skill, source, level, assessor) => {
      levels.add(`${number(n)};Kompetens ${skill};${Math.max(0, Math.min(5, level))};${source};${days[Math.floor(random() * days.length)]};${assessor}`);
      left -= 1;
      statements += 1;
    };
    for (const w of roles[role]) {
      if (left <= 0) break;
      if (random() > 0.7) continue;
      const truth = w.level - 2 + Math.floor(random() * 4);
      say(w.skill, 'chef', truth, manager);
      if (left > 0 && random() < 0.7) say(w.skill, 'själv', truth + (random() < 0.3 ? 1 : 0), number(n));
    }
    while (left > 0) say(Math.floor(random() ** 3 * shape.skills), random() < 0.5 ? 'test' : 'projekt', Math.floor(random() * 5), '');
  }
  people.close();
  levels.close();
  return { people: count, roles: roles.length, statements };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(writeCompany(process.argv[2], Number(process.argv[3]))));
