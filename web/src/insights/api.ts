// What the insight pages ask the server.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import type { Day, Id } from '../api/types';

export interface MapFilter {
  unit?: Id;
  role?: Id;
  group?: Id;
  as_of?: Day;
}

export const useGapMap = (query: MapFilter) =>
  useQuery({
    queryKey: ['insights', 'map', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/map', { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const useFigures = (query: { unit?: Id; as_of?: Day }) =>
  useQuery({
    queryKey: ['insights', 'organisation', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/organisation', { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const useCell = (query: { unit: Id; skill: Id; as_of?: Day } | null) =>
  useQuery({
    queryKey: ['insights', 'cell', query],
    queryFn: ({ signal }) => answer(api.GET('/insights/cell', { params: { query: query ?? undefined }, signal })),
    enabled: query !== null,
  });

export const useTeam = (manager?: Id) =>
  useQuery({
    queryKey: ['insights', 'team', manager ?? null],
    queryFn: () => answer(api.GET('/team', { params: { query: { manager } } })),
  });
