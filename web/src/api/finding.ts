// Questions of the fields that find things; apart from those that the first page asks.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, answer } from './client';
import { useUnits } from './queries';

/** The places that units are said to be in, by name. */
export const usePlaces = () => {
  const { data } = useUnits();
  return useMemo(() => [...new Set((data ?? []).map((unit) => unit.located).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'sv')), [data]);
};

/** Skills that free words mean, also by other names, in the other language or misspelt; each says why. */
export const useSkillMatches = (words: string) =>
  useQuery({
    queryKey: ['skills', 'matches', words],
    queryFn: ({ signal }) => answer(api.GET('/skills/matches', { params: { query: { text: words, limit: 10 } }, signal })),
    select: (answered) => answered.items,
    enabled: words.trim().length > 1,
  });
