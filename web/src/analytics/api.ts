// What the analysis asks the server.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { useRoles } from '../api/queries';
import type { AdjacentDirection, Id, SpreadBy } from '../api/types';
import { today } from '../ui/format';

/** Where to begin: the actor's own role of today, else the one that most hold. Nothing when no role asks for anything, null until that is known. */
export function useFirstRole(person: Id | null | undefined): Id | null | undefined {
  const roles = useRoles();
  const own = useQuery({ queryKey: ['person', person ?? 0, 'roles'], queryFn: () => answer(api.GET('/people/{person}/roles', { params: { path: { person: person ?? 0 } } })), enabled: !!person });
  if (roles.isPending || (person && own.isPending)) return null;
  const asking = (roles.data ?? []).filter((role) => role.requirements > 0);
  const held = own.data?.items.filter((one) => !one.to || one.to >= today()).map((one) => one.id) ?? [];
  const largest = asking.reduce<(typeof asking)[number] | undefined>((most, role) => (most === undefined || (role.holders ?? 0) > (most.holders ?? 0) ? role : most), undefined);
  return (asking.find((role) => held.includes(role.id)) ?? largest)?.id;
}

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
