// What the pages about staffing ask the server.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import type { Id } from '../api/types';
import type { WantedSkill } from './wanted';

export interface Question {
  skills: WantedSkill[];
  unit?: Id;
  place?: string;
  role?: Id;
  sure: boolean;
}

/** The question as the server takes it: each skill with the level in the same place. */
export const queryOf = ({ skills, unit, place, role, sure }: Question, reason?: string) => ({
  skill: skills.map((one) => one.skill),
  level: skills.map((one) => one.level),
  unit,
  place,
  role,
  sure: sure || undefined,
  reason,
});

export const useFoundPeople = (question: Question, reason: string | undefined, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['staffing', 'people', question, reason ?? null],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/staffing/people', { params: { query: { ...queryOf(question, reason), cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
  });

export const useRefresh = (query: { unit?: Id; overdue?: boolean; days?: number; reason?: string }) =>
  useInfiniteQuery({
    queryKey: ['staffing', 'refresh', query],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/staffing/refresh', { params: { query: { ...query, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useSinglePoints = (query: { unit?: Id; holders?: number; names?: boolean; reason?: string }) =>
  useQuery({
    queryKey: ['staffing', 'single-points', query],
    queryFn: ({ signal }) => answer(api.GET('/staffing/single-points', { params: { query }, signal })),
    placeholderData: (before) => before,
  });

export const useDeparture = (query: { person: Id[]; unit?: Id; reason?: string }) =>
  useQuery({
    queryKey: ['staffing', 'departure', query],
    queryFn: ({ signal }) => answer(api.GET('/staffing/departure', { params: { query }, signal })),
    enabled: query.person.length > 0,
    placeholderData: (before) => (query.person.length > 0 ? before : undefined),
  });

export const useComparison = (unit: Id | undefined, other: Id | undefined, reason: string | undefined) =>
  useQuery({
    queryKey: ['staffing', 'comparison', unit, other, reason ?? null],
    queryFn: ({ signal }) => answer(api.GET('/staffing/comparison', { params: { query: { unit: unit ?? 0, other: other ?? 0, reason } }, signal })),
    enabled: unit != null && other != null,
  });
