// The peer of gap_kernel.cpp: DuckDB on the same workforce, in two forms of SQL, of which the better counts; compares
// every figure of the two, prints the ratios, and exits 1 when a promise is missed.
//
//   node gap_kernel.mjs FOLDER OURS.json [MILLION.json]
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, ours_file, million_file] = process.argv.slice(2);
const ours = JSON.parse(readFileSync(ours_file, 'utf8'));
const repeats = 7;

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const db = await instance.connect();

// Loading is untimed on both sides.
await db.run(`
  CREATE TABLE person (person INTEGER, unit INTEGER, role INTEGER, fte INTEGER, leaving BOOLEAN);
  CREATE TABLE requirement (role INTEGER, skill INTEGER, required INTEGER, weight INTEGER, must BOOLEAN);
  CREATE TABLE held (person INTEGER, skill INTEGER, level INTEGER, sure BOOLEAN);
  COPY person FROM '${folder}/person.csv' (HEADER);
  COPY requirement FROM '${folder}/requirement.csv' (HEADER);
  COPY held FROM '${folder}/held.csv' (HEADER);
`);

// Sums over requirement rows. A row without a level is unknown: in no gap and in no weighted requirement.
const cell_sums = `
  count(*) AS n,
  count(*) FILTER (level >= required AND sure) AS met,
  count(*) FILTER (level < required) AS below,
  count(*) FILTER (level IS NULL) AS unknown,
  coalesce(sum(gap), 0) AS gap,
  coalesce(sum(weight * gap), 0) AS weighted_gap,
  coalesce(sum(weight * required) FILTER (level IS NOT NULL), 0) AS weighted_required,
  coalesce(sum(fte) FILTER (level >= required AND sure), 0) AS fte_met,
  sum(fte) AS fte_required`;
const from_cells = `
  CREATE OR REPLACE TEMP TABLE coverage AS
    SELECT skill, sum(n) AS n, sum(met) AS met, sum(below) AS below, sum(unknown) AS unknown, sum(gap) AS gap,
           sum(weighted_gap) AS weighted_gap, sum(weighted_required) AS weighted_required, sum(fte_met) AS fte_met,
           sum(fte_required) AS fte_required
    FROM cell GROUP BY skill;`;
const from_people = `
  CREATE OR REPLACE TEMP TABLE top AS
    SELECT row_number() OVER (ORDER BY weighted_gap DESC, person) AS place, person, weighted_gap
    FROM (SELECT person, weighted_gap FROM per_person ORDER BY weighted_gap DESC, person LIMIT 50);`;

const forms = {
  // Plain: the gap table by a left join, kept, then grouped.
  'left join': [
    `CREATE OR REPLACE TEMP TABLE gaps AS
       SELECT p.person, p.unit, p.fte, r.skill, r.required, r.weight, r.must, h.level, h.sure,
              greatest(r.required - h.level, 0) AS gap
       FROM person p JOIN requirement r ON r.role = p.role
       LEFT JOIN held h ON h.person = p.person AND h.skill = r.skill;`,
    `CREATE OR REPLACE TEMP TABLE per_person AS
       SELECT person, count(*) AS n,
              count(*) FILTER (level >= required AND sure) AS met,
              count(*) FILTER (level < required) AS below,
              count(*) FILTER (level IS NULL) AS unknown,
              coalesce(sum(weight * gap), 0) AS weighted_gap,
              coalesce(sum(weight * required) FILTER (level IS NOT NULL), 0) AS weighted_required,
              count(*) FILTER (must AND NOT coalesce(level >= required AND sure, false)) AS must_not_met
       FROM gaps GROUP BY person;`,
    `CREATE OR REPLACE TEMP TABLE cell AS SELECT unit, skill, ${cell_sums} FROM gaps GROUP BY unit, skill;`,
    from_cells,
    from_people,
  ],
  // Algebraic: gap = required − least(level, required) over the known rows only, and what roles demand from counts.
  algebraic: [
    `CREATE OR REPLACE TEMP TABLE known AS
       SELECT p.person, p.unit, r.skill, r.weight * r.required AS wr, r.required - least(h.level, r.required) AS gap,
              r.weight, (h.level >= r.required AND h.sure)::INTEGER AS met,
              (h.level < r.required)::INTEGER AS below, p.fte, (r.must AND h.level >= r.required AND h.sure)::INTEGER AS must_met
       FROM held h JOIN person p ON p.person = h.person
       JOIN requirement r ON r.role = p.role AND r.skill = h.skill;`,
    `CREATE OR REPLACE TEMP TABLE per_person AS
       WITH k AS (SELECT person, count(*) AS known, sum(met) AS met, sum(below) AS below, sum(weight * gap) AS wg,
                         sum(wr) AS wr, sum(must_met) AS must_met FROM known GROUP BY person),
            d AS (SELECT role, count(*) AS n, count(*) FILTER (must) AS musts FROM requirement GROUP BY role)
       SELECT p.person, d.n, coalesce(k.met, 0) AS met, coalesce(k.below, 0) AS below, d.n - coalesce(k.known, 0) AS unknown,
              coalesce(k.wg, 0) AS weighted_gap, coalesce(k.wr, 0) AS weighted_required,
              d.musts - coalesce(k.must_met, 0) AS must_not_met
       FROM person p JOIN d ON d.role = p.role LEFT JOIN k ON k.person = p.person;`,
    `CREATE OR REPLACE TEMP TABLE cell AS
       WITH k AS (SELECT unit, skill, count(*) AS known, sum(met) AS met, sum(below) AS below, sum(gap) AS gap,
                         sum(weight * gap) AS wg, sum(wr) AS wr, sum(met * fte) AS fte_met
                  FROM known GROUP BY unit, skill),
            g AS (SELECT unit, role, count(*) AS n, sum(fte) AS fte FROM person GROUP BY unit, role),
            d AS (SELECT g.unit, r.skill, sum(g.n) AS n, sum(g.fte) AS fte
                  FROM g JOIN requirement r ON r.role = g.role GROUP BY g.unit, r.skill)
       SELECT d.unit, d.skill, d.n, coalesce(k.met, 0) AS met, coalesce(k.below, 0) AS below,
              d.n - coalesce(k.known, 0) AS unknown, coalesce(k.gap, 0) AS gap, coalesce(k.wg, 0) AS weighted_gap,
              coalesce(k.wr, 0) AS weighted_required, coalesce(k.fte_met, 0) AS fte_met, d.fte AS fte_required
       FROM d LEFT JOIN k ON k.unit = d.unit AND k.skill = d.skill;`,
    from_cells,
    from_people,
  ],
};

// Holders: of all levels, not only those a role requires; hence asked apart, and counted with the compressed rows.
const holders = [
  `CREATE OR REPLACE TEMP TABLE holders AS
     WITH bar AS (SELECT skill, max(required) AS bar FROM requirement
                  WHERE role IN (SELECT DISTINCT role FROM person) GROUP BY skill)
     SELECT h.skill, count(*) AS holders
     FROM held h JOIN bar ON bar.skill = h.skill JOIN person p ON p.person = h.person
     WHERE h.sure AND h.level >= bar.bar AND NOT p.leaving GROUP BY h.skill;`,
];

async function best_ms(statements) {
  let best = Infinity;
  for (let i = 0; i < repeats; ++i) {
    const start = performance.now();
    for (const statement of statements) await db.run(statement);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function differences(table, file) {
  const reader = await db.runAndReadAll(`
    WITH a AS (SELECT * FROM ${table}), b AS (SELECT * FROM read_csv('${folder}/${file}.csv', header = true))
    SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b),
           (SELECT count(*) FROM (SELECT COLUMNS(*)::BIGINT FROM a EXCEPT ALL SELECT COLUMNS(*)::BIGINT FROM b)),
           (SELECT count(*) FROM (SELECT COLUMNS(*)::BIGINT FROM b EXCEPT ALL SELECT COLUMNS(*)::BIGINT FROM a))`);
  const [theirs, mine, only_theirs, only_mine] = reader.getRows()[0].map(Number);
  console.log(`  ${table}: ${mine} rows of ours, ${theirs} of DuckDB's, ${only_mine + only_theirs} differ`);
  if (theirs === 0) console.log('  nothing to compare: that is a failure too');
  return theirs === 0 ? 1 : only_theirs + only_mine;
}

let missed = 0;
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
function promise(name, mine, theirs, goal) {
  const ratio = theirs / mine;
  const kept = ratio >= goal;
  missed += kept ? 0 : 1;
  console.log(`  ${kept ? 'kept  ' : 'MISSED'} ${name}: ours ${number(mine)} ms, DuckDB ${number(theirs)} ms, ratio ${number(ratio)}× (goal ${goal}×)`);
}
function within(name, mine, goal) {
  const kept = mine <= goal;
  missed += kept ? 0 : 1;
  console.log(`  ${kept ? 'kept  ' : 'MISSED'} ${name}: ours ${number(mine)} ms (goal ${goal} ms)`);
}
const way = (from, simd, layout, threads) => from.ways.find((w) => w.simd === simd && w.layout === layout && w.threads === threads);
const best = (from, layout, threads) => Math.min(...from.ways.filter((w) => w.layout === layout && w.threads === threads).map((w) => w.ms));

const version = (await db.runAndReadAll('SELECT version()')).getRows()[0][0];
console.log(`Gap analysis of ${number(ours.people)} people, ${number(ours.rows)} levels, ${number(ours.cells)} cells; DuckDB ${version}, 2 threads`);
console.log('Results');
const times = {};
for (const [name, statements] of Object.entries(forms)) {
  times[name] = await best_ms(statements);
  for (const [table, file] of [['per_person', 'our_person'], ['cell', 'our_cell'], ['coverage', 'our_coverage'], ['top', 'our_top']])
    missed += (await differences(table, file)) > 0 ? 1 : 0;
}
const holders_ms = await best_ms(holders);
missed += (await differences('holders', 'our_holders')) > 0 ? 1 : 0;
const scarce = (await db.runAndReadAll("SELECT min(holders) FROM holders")).getRows()[0][0];
console.log(`  the scarcest required skill has ${scarce} holders`);

const better = Math.min(...Object.values(times));
console.log('DuckDB, best of', repeats);
for (const [name, ms] of Object.entries(times)) console.log(`  ${name}: ${number(ms)} ms`);
console.log(`  holders: ${number(holders_ms)} ms`);
console.log('Ours, best of several, 1 / 2 threads');
for (const simd of ['avx512', 'avx2', 'scalar'])
  for (const layout of ['compressed', 'aligned'])
    if (way(ours, simd, layout, 1))
      console.log(`  ${simd.padEnd(6)} ${layout.padEnd(10)} ${number(way(ours, simd, layout, 1).ms)} / ${number(way(ours, simd, layout, 2).ms)} ms`);
console.log(`  memory of the Snapshot with its evidence ${number(ours.mb)} MB; another day ${number(ours.other_day_ms)} ms; one person's new evidence ${number(ours.change_us)} µs`);
console.log('Promises');
promise('compressed rows, with holders', best(ours, 'compressed', 2), better + holders_ms, 100);
promise('role-aligned rows', best(ours, 'aligned', 2), better, 300);
if (million_file) {
  const million = JSON.parse(readFileSync(million_file, 'utf8'));
  within(`${number(million.people)} people, compressed rows`, best(million, 'compressed', 2), 60);
  within(`${number(million.people)} people, role-aligned rows`, best(million, 'aligned', 2), 25);
}
process.exit(missed > 0 ? 1 : 0);
