// Puts a person's levels (assessments) into the person's page (people): the two domains meet only here.
import type { ReactNode } from 'react';
import type { Person } from '../api/types';
import { SkillProfile } from '../assessments/SkillProfile';
import { MyPage, PersonPage } from '../people/PersonPage';

const levels = (person: Person, own: boolean, aside: ReactNode) => <SkillProfile person={person.id} name={person.name} own={own} may={person.may} aside={aside} />;

export const PersonRoute = () => <PersonPage levels={levels} />;
export const MyRoute = () => <MyPage levels={levels} />;
