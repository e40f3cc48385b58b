// Who asks in the matrix, whom they ask about, and an own account of who reports to whom, made from plain lists only.
import { invited, withToken } from '../support/client.mjs';
import { must } from '../support/tell.mjs';

export const missing = 987654321;

// The reporting lines and units of today, as HR reads them page by page.
class Company {
  constructor(people, units) {
    this.people = new Map(people.map((person) => [person.id, person]));
    this.units = new Map(units.map((unit) => [unit.id, unit]));
  }
  // own, direct, chain or none: what the person is to the one who looks.
  relation(looker, person) {
    if (looker === undefined || looker === null) return 'none';
    if (looker === person) return 'own';
    let steps = 1;
    for (let up = this.people.get(person)?.manager; up; up = this.people.get(up)?.manager, steps += 1)
      if (up === looker) return steps === 1 ? 'direct' : 'chain';
    return 'none';
  }
  within(unit, top) {
    for (let up = unit; up; up = this.units.get(up)?.parent) if (up === top) return true;
    return false;
  }
  // One unit or one manager, and neither leads the other.
  colleagues(person) {
    const me = this.people.get(person);
    const fits = (one) => one.id !== person && (one.unit === me.unit || (one.manager && one.manager === me.manager)) && one.manager !== person && me.manager !== one.id;
    return new Set([...this.people.values()].filter(fits).map((one) => one.id));
  }
  inUnit(top) {
    return [...this.people.values()].filter((person) => this.within(person.unit, top));
  }
}

// One who asks: a client, what was granted, and the table of security.md §3 in plain words.
class Actor {
  constructor(name, client, company) {
    this.name = name;
    this.client = client;
    this.company = company;
    this.anonymous = !client.session;
    this.person = client.session?.person ?? undefined;
    this.permissions = new Set(client.session?.permissions ?? []);
    this.roles = client.session?.roles ?? [];
  }
  may(...anyOf) {
    return anyOf.some((permission) => this.permissions.has(permission));
  }
  // Is the person within what the role was granted over? Without a person: is it granted over everybody?
  covers(role, person) {
    if (person === undefined) return this.roles.some((grant) => grant.role === role && !grant.unit);
    return this.roles.some((grant) => grant.role === role && (!grant.unit || this.company.within(this.company.people.get(person)?.unit, grant.unit)));
  }
  // yes, no, or reason: yes once a reason is stated.
  sees(sight, person) {
    if (!this.company.people.has(person)) return 'no';
    const relation = this.company.relation(this.person, person);
    const personnel = this.covers('hr', person);
    switch (sight) {
      case 'profile':
        return relation !== 'none' || personnel || this.covers('learning', person) ? 'yes' : 'no';
      case 'levels':
        if (relation === 'own' || relation === 'direct') return 'yes';
        return personnel ? 'reason' : 'no';
      case 'everything':
        if (relation === 'own') return 'yes';
        if (!personnel) return 'no';
        return relation === 'direct' ? 'yes' : 'reason';
      case 'edit':
        return personnel ? 'yes' : 'no';
      default:
        throw new Error(`no such sight: ${sight}`);
    }
  }
  // Sums are for whoever has them over the unit; a manager's are those of units wholly in the chain.
  sumsOver(unit) {
    const broad = this.roles.some(({ role, unit: over }) => ['hr', 'learning', 'executive', 'auditor'].includes(role) && (!over || this.company.within(unit, over)));
    if (broad) return true;
    const there = this.company.inUnit(unit);
    return there.length > 0 && there.every((one) => this.company.relation(this.person, one.id) !== 'none');
  }
}

// The people a case can be about, chosen for each actor.
export function people(actor, company) {
  const found = {};
  for (const person of company.people.values()) {
    const relation = company.relation(actor.person, person.id);
    const word = { own: 'own', direct: 'report', chain: "report's report", none: 'unrelated' }[relation];
    const place = actor.unit && relation === 'none' ? (company.within(person.unit, actor.unit) ? 'in the unit' : 'outside the unit') : word;
    found[place] ??= person.id;
  }
  found.missing = missing;
  return found;
}

export async function cast(server, client, accounts) {
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const personas = {};
  for (const persona of Object.keys(accounts)) personas[persona] = await as(persona);
  const hr = personas.hr;
  const administrator = personas.administrator;
  const company = new Company(await hr.all('/people'), (await hr.get('/units')).items);

  const employee = personas.employee.session.person;
  const manager = personas.manager.session.person;
  must(company.relation(manager, employee) === 'direct', 'the employee of the demonstration reports to its manager');
  const chief = personas.upper_manager.session.person;
  const part = company.people.get(chief).unit;
  // Somebody without any tie to the personas, with an account, a contest and a token of their own.
  const elsewhere = [...company.people.values()].find(
    (one) => !company.within(one.unit, part) && one.id !== employee && one.manager && [employee, manager, chief].every((other) => company.relation(other, one.id) === 'none' && company.relation(one.id, other) === 'none') && company.relation(hr.session.person, one.id) === 'none',
  );
  const outsider = await invited(administrator, { email: 'utomstaende@lindvaken.example', name: elsewhere.name, person: elsewhere.id });
  const executive = await invited(administrator, { email: 'styrelse@lindvaken.example', name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] });
  const auditor = await invited(administrator, { email: 'ombud@lindvaken.example', name: 'Centralt ombud', roles: [{ role: 'auditor' }] });
  const local = await invited(administrator, { email: 'hr.produktion@lindvaken.example', name: 'HR Produktion', roles: [{ role: 'hr', unit: part }] });
  const learning = await invited(administrator, { email: 'larande.produktion@lindvaken.example', name: 'Lärande Produktion', roles: [{ role: 'learning', unit: part }] });
  const spare = await administrator.post('/accounts', { email: 'reserv@lindvaken.example', name: 'Reserv' });

  const make = (name, one, extra = {}) => Object.assign(new Actor(name, one, company), extra);
  const actors = [
    make('anonymous', client.stranger()),
    make('employee', personas.employee),
    make('manager', personas.manager),
    make('upper manager', personas.upper_manager),
    make('HR', personas.hr),
    make('HR of one unit', local, { unit: part }),
    make('L&D', personas.learning),
    make('L&D of one unit', learning, { unit: part }),
    make('executive', executive),
    make('managing director', personas.executive),
    make('auditor', auditor),
    make('auditor who is employed', personas.auditor),
    make('administrator', administrator),
    make('token to read the catalogue', await withToken(personas.employee, 'view_catalogue')),
    make("manager's token to see people", await withToken(personas.manager, 'view_people')),
    make("HR's token to see levels", await withToken(personas.hr, 'view_levels')),
  ];
  return { server, company, actors, make, personas, outsider, spare: spare.account, part, employee };
}
