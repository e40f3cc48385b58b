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

const tried = (assumptions: Assumptions, looked: Looked, only_curve: boolean, signal: AbortSignal) =>
  answer(api.POST('/forecasts', { body: { assumptions, unit: looked.unit ?? null, skill: looked.skill ?? null, role: looked.role ?? null, only_curve }, signal }));

const forecast = (scenario: Id, drawn: Assumptions | null, looked: Looked) => ['forecasts', 'one', drawn ? null : scenario, drawn, looked] as const;

/** Under the assumptions of a stored scenario, or under others when they are given; the last answer stays until the next. */
export const useForecast = (scenario: Id, drawn: Assumptions | null, looked: Looked) =>
  useQuery({
    queryKey: forecast(scenario, drawn, looked),
    queryFn: ({ signal }) => (drawn ? tried(drawn, looked, false, signal) : answer(api.GET('/scenarios/{scenario}/forecast', { params: { path: { scenario }, query: looked }, signal }))),
    placeholderData: (before) => before,
    gcTime: drawn ? 10_000 : undefined, // each place of a slider is an answer of its own
    retry: false,
  });

/** No answer to it is waited for any longer. */
export const dropForecast = (scenario: Id, drawn: Assumptions | null, looked: Looked) => void queryClient.cancelQueries({ queryKey: forecast(scenario, drawn, looked) });

/** The curve alone, with the same numbers: it comes so much sooner that it follows a hand on a slider. */
export const useCurve = (drawn: Assumptions | null, looked: Looked) =>
  useQuery({
    queryKey: ['forecasts', 'curve', drawn, looked],
    queryFn: ({ signal }) => (drawn ? tried(drawn, looked, true, signal) : null),
    enabled: drawn !== null,
    placeholderData: (before) => before,
    gcTime: 10_000,
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
