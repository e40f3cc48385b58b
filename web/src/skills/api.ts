// What the pages about skills and roles ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Day, Id, Requirement, SkillInput, Text } from '../api/types';

// Requirements and scales decide every gap.
const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'start', 'settings'].includes(String(queryKey[0])) });

export const useRole = (role: Id) => useQuery({ queryKey: ['role', role], queryFn: () => answer(api.GET('/roles/{role}', { params: { path: { role } } })) });

export const useDifference = (role: Id, from: Id | null, to: Id | null) =>
  useQuery({
    queryKey: ['role', role, 'difference', from, to],
    queryFn: () => answer(api.GET('/roles/{role}/difference', { params: { path: { role }, query: { from: from ?? 0, to: to ?? 0 } } })),
    enabled: from !== null && to !== null && from !== to,
  });

export const useAddRole = () => useMutation({ mutationFn: (body: { name: Text; description: Text }) => answer(api.POST('/roles', { body })), onSuccess: changed });

export const useAddProfile = (role: Id) =>
  useMutation({
    mutationFn: (body: { valid_from: Day; note: string; requirements: Requirement[] }) => answer(api.POST('/roles/{role}/profiles', { params: { path: { role } }, body })),
    onSuccess: changed,
  });

export const useSaveSkill = (skill: { id: Id; version: number } | null) =>
  useMutation({
    mutationFn: (body: SkillInput) =>
      skill ? answer(api.PUT('/skills/{skill}', { params: { path: { skill: skill.id }, header: ifMatch(skill.version) }, body })) : answer(api.POST('/skills', { body })),
    onSuccess: changed,
  });

export const useEditRole = (role: Id, version: number) =>
  useMutation({
    mutationFn: (body: { name: Text; description: Text }) => answer(api.PUT('/roles/{role}', { params: { path: { role }, header: ifMatch(version) }, body })),
    onSuccess: changed,
  });

/** How the organisation stands in one skill. */
export const useSkillFigures = (skill: Id, enabled: boolean) =>
  useQuery({
    queryKey: ['insights', 'skills'],
    queryFn: () => answer(api.GET('/insights/skills')),
    select: (answered) => answered.items.find((one) => one.skill === skill),
    enabled,
  });

export const usePacks = () => useQuery({ queryKey: ['packs'], queryFn: () => answer(api.GET('/packs')), select: (answered) => answered.items });

export const useInstallPack = () => useMutation({ mutationFn: (key: string) => answer(api.POST('/packs/{key}', { params: { path: { key } } })), onSuccess: changed });

/** The concepts of taxonomies that the skill stands for. */
export const useLinks = (skill: Id) =>
  useQuery({ queryKey: ['skill', skill, 'concepts'], queryFn: () => answer(api.GET('/skills/{skill}/concepts', { params: { path: { skill } } })), select: (answered) => answered.items });

/** Concepts that the skill may stand for, the most probable first. */
export const useProposals = (skill: Id, enabled: boolean) =>
  useQuery({
    queryKey: ['skill', skill, 'proposals'],
    queryFn: () => answer(api.GET('/skills/{skill}/concepts/proposals', { params: { path: { skill } } })),
    select: (answered) => answered.items,
    enabled,
  });

const linked = (skill: Id) => {
  void queryClient.invalidateQueries({ queryKey: ['skill', skill, 'concepts'] });
  void queryClient.invalidateQueries({ queryKey: ['concept'] });
};

export const useLink = (skill: Id) =>
  useMutation({ mutationFn: (concept: Id) => answer(api.PUT('/skills/{skill}/concepts', { params: { path: { skill } }, body: { concept } })), onSuccess: () => linked(skill) });

export const useUnlink = (skill: Id) =>
  useMutation({ mutationFn: (concept: Id) => answer(api.DELETE('/skills/{skill}/concepts/{concept}', { params: { path: { skill, concept } } })), onSuccess: () => linked(skill) });
