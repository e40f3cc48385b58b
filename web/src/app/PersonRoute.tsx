// Puts a person's levels (assessments) and wishes into the person's page (people): the domains meet only here.
import type { ReactNode } from 'react';
import { can, useActor } from '../api/session';
import type { Person } from '../api/types';
import { SkillProfile } from '../assessments/SkillProfile';
import { MyPage, PersonPage } from '../people/PersonPage';
import { Consent } from '../wishes/Consent';
import { MyWishes, TheirWishes } from '../wishes/MyWishes';

function Own({ person }: { person: Person }) {
  const actor = useActor();
  return can(actor, 'tell_wishes') && <><MyWishes person={person.id} /><Consent person={person.id} /></>;
}

const levels = (person: Person, own: boolean, aside: ReactNode) => (
  <SkillProfile person={person.id} name={person.name} own={own} may={person.may} aside={<>{own && <Own person={person} />}{aside}</>} more={own ? undefined : ({ wishes }) => <TheirWishes all={wishes} />} />
);

export const PersonRoute = () => <PersonPage levels={levels} />;
export const MyRoute = () => <MyPage levels={levels} />;
