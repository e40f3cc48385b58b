// What the pages about scenarios ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Assumptions, Id, NewScenario, Scenario } from '../api/types';

const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['scenarios', 'forecasts'].includes(String(queryKey[0])) });

export const useScenarios = () => useQuery({ queryKey: ['scenarios'], queryFn: () => answer(api.GET('/scenarios')) });

export interface Looked {
  unit?: Id;
  skill?: Id;
  role?: Id;
}

/** Under the assumptions of a stored scenario, or under others when they are given; the last answer stays until the next. */
export const useForecast = (scenario: Id | undefined, drawn: Assumptions | undefined, looked: Looked) =>
  useQuery({
    queryKey: ['forecasts', 'one', drawn ? null : scenario, drawn ?? null, looked],
    queryFn: ({ signal }) =>
      drawn
        ? answer(api.POST('/forecasts', { body: { assumptions: drawn, unit: looked.unit ?? null, skill: looked.skill ?? null, role: looked.role ?? null }, signal }))
        : answer(api.GET('/scenarios/{scenario}/forecast', { params: { path: { scenario: scenario ?? 0 }, query: looked }, signal })),
    enabled: scenario != null || drawn != null,
    placeholderData: (before) => before,
    gcTime: drawn ? 10_000 : undefined, // each place of a slider is an answer of its own
    retry: false,
  });

export const useHazards = () => useQuery({ queryKey: ['forecasts', 'hazards'], queryFn: () => answer(api.GET('/forecasts/hazards')) });

export const useComparison = (scenario: Id[], unit: Id | undefined) =>
  useQuery({
    queryKey: ['forecasts', 'comparison', scenario, unit ?? null],
    queryFn: ({ signal }) => answer(api.GET('/forecasts/comparison', { params: { query: { scenario, unit } }, signal })),
    enabled: scenario.length >= 2,
    placeholderData: (before) => before,
  });

export const useSaveScenario = (before: Scenario | null) =>
  useMutation({
    mutationFn: (body: NewScenario) =>
      before ? answer(api.PUT('/scenarios/{scenario}', { params: { path: { scenario: before.id }, header: ifMatch(before.version) }, body })) : answer(api.POST('/scenarios', { body })),
    onSuccess: changed,
  });

export const useRemoveScenario = () => useMutation({ mutationFn: (scenario: Id) => answer(api.DELETE('/scenarios/{scenario}', { params: { path: { scenario } } })), onSuccess: changed });
