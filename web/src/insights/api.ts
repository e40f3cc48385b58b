// What the insight pages ask the server.
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { queryClient } from '../api/queries';
import type { Day, Figures, GapMap, Id, NewScenario, NextAssessments, WhatIf, WhatIfAssumptions, WhatIfForecast } from '../api/types';
import { save } from '../ui/save';

export interface MapFilter {
  unit?: Id;
  role?: Id;
  group?: Id;
  as_of?: Day;
}

const gapMap = (query: MapFilter) =>
  queryOptions({
    queryKey: ['insights', 'map', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/map', { params: { query }, signal })),
  });

const figures = (query: { unit?: Id; as_of?: Day }) =>
  queryOptions({
    queryKey: ['insights', 'organisation', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/organisation', { params: { query }, signal })),
  });

export const useGapMap = (query: MapFilter) => useQuery({ ...gapMap(query), placeholderData: (before: GapMap | undefined) => before });
export const useFigures = (query: { unit?: Id; as_of?: Day }) => useQuery({ ...figures(query), placeholderData: (before: Figures | undefined) => before });

/** Asks for the map of an address before its page is drawn. */
export function prefetchGapMap({ pathname, search }: { pathname: string; search: string }) {
  if (pathname !== '/gap') return;
  const params = new URLSearchParams(search);
  const id = (name: string) => (params.get(name) ? Number(params.get(name)) : undefined);
  const filter = { unit: id('unit'), role: id('role'), group: id('group'), as_of: params.get('as_of') ?? undefined };
  void queryClient.prefetchQuery(gapMap(filter));
  void queryClient.prefetchQuery(figures({ unit: filter.unit, as_of: filter.as_of }));
}

export const useCell = (query: { unit: Id; skill: Id; as_of?: Day; reason?: string }) =>
  useQuery({
    queryKey: ['insights', 'cell', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/cell', { params: { query: query ?? { unit: 0, skill: 0 } }, signal })),
    enabled: query !== null,
  });

const nextAssessments = (query: { unit?: Id; skill?: Id; limit: number; reason?: string }) =>
  queryOptions({
    queryKey: ['insights', 'next', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/next-assessments', { params: { query }, signal })),
  });

export const useNextAssessments = (query: { unit?: Id; skill?: Id; limit: number; reason?: string }) =>
  useQuery({ ...nextAssessments(query), placeholderData: (before: NextAssessments | undefined) => before });

const whatIf = (assumed: WhatIfAssumptions, query: { unit?: Id; role?: Id; group?: Id; reason?: string }) =>
  queryOptions({
    queryKey: ['insights', 'what-if', assumed, query],
    queryFn: ({ signal }) => answer(api.POST('/what-if', { params: { query }, body: assumed, signal })),
    retry: false,
  });

/** Asked with a POST because it is long; nothing is stored. */
export const useWhatIf = (assumed: WhatIfAssumptions, query: { unit?: Id; role?: Id; group?: Id; reason?: string }) =>
  useQuery({ ...whatIf(assumed, query), placeholderData: (before: WhatIf | undefined) => before });

const whatIfForecast = (assumed: WhatIfAssumptions, query: { unit?: Id; skill?: Id; reason?: string }) =>
  queryOptions({
    queryKey: ['insights', 'what-if-forecast', assumed, query],
    queryFn: ({ signal }) => answer(api.POST('/what-if/forecast', { params: { query }, body: assumed, signal })),
    retry: false,
  });

/** What comes of it, month by month, beside what comes of today. */
export const useWhatIfForecast = (assumed: WhatIfAssumptions, query: { unit?: Id; skill?: Id; reason?: string }) =>
  useQuery({ ...whatIfForecast(assumed, query), placeholderData: (before: WhatIfForecast | undefined) => before });

/** The same as a file, saved when it has come. */
export const useWhatIfFile = (assumed: WhatIfAssumptions, query: { unit?: Id; reason?: string }) =>
  useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const file = await answer(api.POST('/what-if/forecast/export', { params: { query: { ...query, format } }, body: assumed, parseAs: 'blob' }));
      save(file as unknown as Blob, `kunna-what-if-forecast.${format}`);
    },
  });

/** What a scenario can say of it, if all of it happens on the day. */
export const useAsScenario = (assumed: WhatIfAssumptions, query: { from: Day; reason?: string }) =>
  useQuery({
    queryKey: ['insights', 'what-if-scenario', assumed, query],
    queryFn: ({ signal }) => answer(api.POST('/what-if/scenario', { params: { query }, body: assumed, signal })),
    enabled: query.from !== '',
    retry: false,
  });

export const useKeepScenario = () =>
  useMutation({
    mutationFn: (body: NewScenario) => answer(api.POST('/scenarios', { body })),
    onSuccess: () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['scenarios', 'forecasts'].includes(String(queryKey[0])) }),
  });

export const useRole = (role: Id | null | undefined) =>
  useQuery({
    queryKey: ['role', role],
    queryFn: () => answer(api.GET('/roles/{role}', { params: { path: { role: role ?? 0 } } })),
    enabled: role != null,
  });

export const useTeam = () =>
  useQuery({
    queryKey: ['insights', 'team'],
    queryFn: () => answer(api.GET('/team')),
  });
