// An activity while it is written: fields may still be empty, money is in whole units, chances in per cent.
import type { Activity, ActivityInput, ActivityKind, Day, Id, Text } from '../api/types';
import { today } from '../ui/format';

type Figure = number | string;

export interface Draft {
  name: Text;
  description: Text;
  kind: ActivityKind;
  provider: string;
  language: string;
  online: boolean;
  place: string;
  seat: Figure;
  session: Figure;
  currency: string;
  hours: Figure;
  seats: Figure;
  validFrom: Day | '';
  validTo: Day | '';
  raises: { skill: Id; from: number; to: number; percent: Figure }[];
  sessions: { row: number; id?: Id; starts: Day | ''; ends: Day | ''; place: string; seats: Figure }[];
  after: Id[];
  entry: { skill: Id; level: number }[];
}

const none = { sv: '', en: '' };

export function first(activity: Activity | null): Draft {
  if (!activity)
    return { name: none, description: none, kind: 'course', provider: '', language: 'sv', online: false, place: '', seat: '', session: 0, currency: 'SEK', hours: '', seats: '', validFrom: today(), validTo: '', raises: [], sessions: [], after: [], entry: [] };
  return {
    name: activity.name,
    description: activity.description,
    kind: activity.kind,
    provider: activity.provider,
    language: activity.language,
    online: activity.online,
    place: activity.place,
    seat: activity.cost ? activity.cost.seat / 100 : '',
    session: activity.cost ? activity.cost.session / 100 : '',
    currency: activity.cost?.currency ?? 'SEK',
    hours: activity.hours,
    seats: activity.seats ?? '',
    validFrom: activity.valid_from,
    validTo: activity.valid_to ?? '',
    raises: activity.raises.map((one) => ({ skill: one.skill, from: one.from, to: one.to, percent: Math.round(one.probability * 10_000) / 100 })),
    sessions: activity.sessions.map((one, row) => ({ row: row + 1, id: one.id, starts: one.starts, ends: one.ends, place: one.place, seats: one.seats ?? '' })),
    after: activity.after.map((one) => one.id),
    entry: activity.entry.map((one) => ({ skill: one.skill, level: one.level })),
  };
}

const money = (figure: Figure) => (figure === '' ? undefined : Math.round(Number(figure) * 100));
const whole = (figure: Figure) => (figure === '' ? undefined : Number(figure));

/** What is sent; a field left empty is left out, and the server says whether it can be. A session without a day is none. */
export function inputOf(draft: Draft): ActivityInput {
  return {
    name: draft.name,
    description: draft.description,
    kind: draft.kind,
    provider: draft.provider,
    language: draft.language,
    online: draft.online,
    place: draft.place,
    seat_cost: money(draft.seat),
    session_cost: money(draft.session),
    currency: draft.currency || undefined,
    hours: Number(draft.hours) || 0,
    seats: whole(draft.seats),
    valid_from: draft.validFrom || undefined,
    valid_to: draft.validTo || undefined,
    raises: draft.raises.map((one) => ({ skill: one.skill, from: one.from, to: one.to, probability: Math.round(Number(one.percent) * 100) / 10_000 })),
    sessions: draft.sessions.filter((one) => one.starts !== '').map((one) => ({ id: one.id, starts: one.starts, ends: one.ends || one.starts, place: one.place, seats: whole(one.seats) })),
    after: draft.after,
    entry: draft.entry,
  };
}
