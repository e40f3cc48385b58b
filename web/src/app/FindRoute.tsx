// Puts what a level rests on (assessments) beside the people found (staffing): the two domains meet only here.
import { useActor } from '../api/session';
import type { Id } from '../api/types';
import { Explained } from '../assessments/Explained';
import { FindPage } from '../staffing/FindPage';

export function FindRoute() {
  const actor = useActor();
  return <FindPage explained={(person: Id, skill: Id, reason) => <Explained person={person} skill={skill} own={actor.person === person} reason={reason} />} />;
}
