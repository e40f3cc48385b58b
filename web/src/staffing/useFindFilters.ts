// The question, kept in the address.
import { useMemo } from 'react';
import { useIdParam, useParam } from '../ui/useParam';
import { readWanted, writeWanted, type WantedSkill } from './wanted';

export function useFindFilters() {
  const [written, setWritten] = useParam('skills');
  const [unit, setUnit] = useIdParam('unit');
  const [place, setPlace] = useParam('place');
  const [role, setRole] = useIdParam('role');
  const [sure, setSure] = useParam('sure');
  const skills = useMemo(() => readWanted(written), [written]);
  return { skills, setSkills: (wanted: WantedSkill[]) => setWritten(writeWanted(wanted)), unit, setUnit, place, setPlace, role, setRole, sure: sure === '1', setSure };
}

export type FindFilters = ReturnType<typeof useFindFilters>;
