// What the analysis asks the server.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import type { AdjacentDirection, Id, SpreadBy } from '../api/types';

export const useAdjacentRoles = (role: Id | undefined, direction: AdjacentDirection) =>
  useQuery({
    queryKey: ['analytics', 'roles', role, direction],
    queryFn: ({ signal }) => answer(api.GET('/analytics/roles/{role}/adjacent', { params: { path: { role: role ?? 0 }, query: { direction } }, signal })),
    enabled: role !== undefined,
  });

export const useTransfer = (role: Id, other: Id) =>
  useQuery({
    queryKey: ['analytics', 'transfer', role, other],
    queryFn: ({ signal }) => answer(api.GET('/analytics/roles/{role}/adjacent/{other}', { params: { path: { role, other } }, signal })),
  });

export const useReachers = (role: Id, other: Id, enabled: boolean) =>
  useQuery({
    queryKey: ['analytics', 'reachers', role, other],
    queryFn: ({ signal }) => answer(api.GET('/analytics/roles/{role}/adjacent/{other}/people', { params: { path: { role, other } }, signal })),
    enabled,
  });

export const useAdjacentSkills = (skill: Id) =>
  useQuery({
    queryKey: ['analytics', 'skills', skill],
    queryFn: ({ signal }) => answer(api.GET('/analytics/skills/{skill}/adjacent', { params: { path: { skill } }, signal })),
  });

export const useConcentration = (query: { by?: SpreadBy; depth?: number }) =>
  useQuery({
    queryKey: ['analytics', 'concentration', query],
    queryFn: ({ signal }) => answer(api.GET('/analytics/concentration', { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const useAges = () => useQuery({ queryKey: ['analytics', 'ages'], queryFn: ({ signal }) => answer(api.GET('/analytics/ages', { signal })) });

export const useTrends = (query: { months?: number; unit?: Id; skill?: Id }, enabled = true) =>
  useQuery({
    queryKey: ['analytics', 'trends', query],
    queryFn: ({ signal }) => answer(api.GET('/analytics/trends', { params: { query }, signal })),
    placeholderData: (before) => before,
    enabled,
  });
