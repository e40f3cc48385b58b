// What the pages about levels ask and tell the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, upload } from '../api/client';
import { queryClient } from '../api/queries';
import type { Attachment, ContestAnswer, Id, NewAssessment } from '../api/types';

// A new level moves profiles, maps, figures and tasks; all of them are asked again when next shown.
const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['levels', 'insights', 'home', 'contests', 'everything'].includes(String(queryKey[0])) });

export const useSkillProfile = (person: Id, reason: string | undefined, enabled = true) =>
  useQuery({
    queryKey: ['levels', person, reason ?? null],
    queryFn: () => answer(api.GET('/people/{person}/skills', { params: { path: { person }, query: { reason } } })),
    enabled,
  });

export const useExplanation = (person: Id, skill: Id | null, reason: string | undefined) =>
  useQuery({
    queryKey: ['levels', person, 'explained', skill, reason ?? null],
    queryFn: () => answer(api.GET('/people/{person}/skills/{skill}', { params: { path: { person, skill: skill ?? 0 }, query: { reason } } })),
    enabled: skill !== null,
  });

export const useRecord = () => useMutation({ mutationFn: (body: NewAssessment) => answer(api.POST('/assessments', { body })), onSuccess: changed });

export const useComment = (reason?: string) =>
  useMutation({
    mutationFn: ({ assessment, text }: { assessment: Id; text: string }) => answer(api.POST('/assessments/{assessment}/comments', { params: { path: { assessment }, query: { reason } }, body: { text } })),
    onSuccess: changed,
  });

export const useContest = () =>
  useMutation({
    mutationFn: ({ assessment, reason }: { assessment: Id; reason: string }) => answer(api.POST('/assessments/{assessment}/contests', { params: { path: { assessment } }, body: { reason } })),
    onSuccess: changed,
  });

export const useWithdraw = () =>
  useMutation({ mutationFn: (contest: Id) => answer(api.DELETE('/contests/{contest}', { params: { path: { contest } } })), onSuccess: changed });

export const useAttachLink = (reason?: string) =>
  useMutation({
    mutationFn: ({ assessment, link, name }: { assessment: Id; link: string; name: string }) => answer(api.POST('/assessments/{assessment}/links', { params: { path: { assessment }, query: { reason } }, body: { link, name } })),
    onSuccess: changed,
  });

export const useAttachFile = (reason?: string) =>
  useMutation({
    mutationFn: ({ assessment, file }: { assessment: Id; file: File }) => upload<Attachment>(`/assessments/${assessment}/files?filename=${encodeURIComponent(file.name)}${reason ? `&reason=${encodeURIComponent(reason)}` : ''}`, file, () => undefined),
    onSuccess: changed,
  });

export const useDetach = () =>
  useMutation({ mutationFn: (attachment: Id) => answer(api.DELETE('/attachments/{attachment}', { params: { path: { attachment } } })), onSuccess: changed });

export const useOwnCalibration = () => useQuery({ queryKey: ['levels', 'calibration', 'mine'], queryFn: () => answer(api.GET('/calibrations/mine')) });

export const useCalibrations = () =>
  useInfiniteQuery({
    queryKey: ['levels', 'calibration'],
    queryFn: ({ pageParam }) => answer(api.GET('/calibrations', { params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useAnswerContest = (contest: Id) =>
  useMutation({ mutationFn: (body: ContestAnswer) => answer(api.POST('/contests/{contest}/answer', { params: { path: { contest } }, body })), onSuccess: changed });

export const useOpenContests = () =>
  useInfiniteQuery({
    queryKey: ['contests', 'open'],
    queryFn: ({ pageParam }) => answer(api.GET('/contests', { params: { query: { state: 'open', cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
