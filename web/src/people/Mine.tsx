// Pages about the reader; an account that belongs to no person has none.
import type { ReactNode } from 'react';
import { useActor } from '../api/session';
import type { Id } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Empty } from '../ui/states';
import { people } from './texts';

export function Mine({ children }: { children: (person: Id) => ReactNode }) {
  const t = useTexts(people);
  const { person } = useActor();
  return person ? children(person) : <Empty icon="people" title={t.nobodyTitle} whole>{t.nobodyHelp}</Empty>;
}
