// What the page about priorities asks and tells the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { queryClient } from '../api/queries';
import type { Day, Id, NewChoice } from '../api/types';

export const usePriorities = (asOf?: Day, enabled = true) =>
  useQuery({ queryKey: ['priorities', asOf ?? null], queryFn: ({ signal }) => answer(api.GET('/priorities', { params: { query: { as_of: asOf } }, signal })), enabled });

export const useChoose = (goal: Id, need: Id) =>
  useMutation({
    mutationFn: (body: NewChoice) => answer(api.PUT('/goals/{goal}/needs/{need}/choice', { params: { path: { goal, need } }, body })),
    onSettled: () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['priorities', 'goals', 'strategy'].includes(String(queryKey[0])) }),
  });
