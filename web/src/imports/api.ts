// What the import wizard asks and tells the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, upload } from '../api/client';
import { queryClient } from '../api/queries';
import type { AcceptedName, Id, Import, ImportChange, ImportKind, ImportOptions, NewMapping } from '../api/types';

export const useImports = () =>
  useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => answer(api.GET('/imports', { params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useImport = (id: Id) => useQuery({ queryKey: ['import', id], queryFn: () => answer(api.GET('/imports/{import}', { params: { path: { import: id } } })) });

export const useFields = (kind: ImportKind) =>
  useQuery({ queryKey: ['fields', kind], queryFn: () => answer(api.GET('/imports/fields', { params: { query: { kind } } })), select: (answered) => answered.items, staleTime: Infinity });

export const sendFile = (kind: ImportKind, file: File, onProgress: (share: number) => void) =>
  upload<Import>(`/imports?kind=${kind}&filename=${encodeURIComponent(file.name)}`, file, onProgress);

const keep = (after: Import) => {
  queryClient.setQueryData(['import', after.id], after);
  void queryClient.invalidateQueries({ queryKey: ['imports'] });
};

export const useCheck = (id: Id) =>
  useMutation({
    mutationFn: (body: { columns: Record<string, string>; options: ImportOptions }) => answer(api.PUT('/imports/{import}/mapping', { params: { path: { import: id } }, body })),
    onSuccess: keep,
  });

export const useApply = (id: Id) => useMutation({ mutationFn: () => answer(api.POST('/imports/{import}/apply', { params: { path: { import: id } } })), onSuccess: keep });

export const useRemoveImport = () =>
  useMutation({ mutationFn: (id: Id) => answer(api.DELETE('/imports/{import}', { params: { path: { import: id } } })), onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['imports'] }) });

export const useProblems = (id: Id) =>
  useInfiniteQuery({
    queryKey: ['import', id, 'problems'],
    queryFn: ({ pageParam }) => answer(api.GET('/imports/{import}/problems', { params: { path: { import: id }, query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useNames = (id: Id) =>
  useQuery({ queryKey: ['import', id, 'names'], queryFn: () => answer(api.GET('/imports/{import}/names', { params: { path: { import: id } } })), select: (answered) => answered.items });

export const useAcceptNames = (id: Id) =>
  useMutation({
    mutationFn: (accepted: AcceptedName[]) => answer(api.POST('/imports/{import}/names', { params: { path: { import: id } }, body: { accepted } })),
    onSuccess: (after) => {
      keep(after);
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['skills', 'skill'].includes(String(queryKey[0])) });
    },
  });

export const useChanges = (id: Id, kind: ImportChange['kind']) =>
  useInfiniteQuery({
    queryKey: ['import', id, 'changes', kind],
    queryFn: ({ pageParam }) => answer(api.GET('/imports/{import}/changes', { params: { path: { import: id }, query: { kind, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useMappings = (kind: ImportKind) =>
  useQuery({ queryKey: ['mappings', kind], queryFn: () => answer(api.GET('/mappings', { params: { query: { kind } } })), select: (answered) => answered.items });

const mappingsChanged = () => void queryClient.invalidateQueries({ queryKey: ['mappings'] });
export const useSaveMapping = () => useMutation({ mutationFn: (body: NewMapping) => answer(api.POST('/mappings', { body })), onSuccess: mappingsChanged });
export const useRemoveMapping = () => useMutation({ mutationFn: (mapping: Id) => answer(api.DELETE('/mappings/{mapping}', { params: { path: { mapping } } })), onSuccess: mappingsChanged });

/** Everything shown may be different after an import. */
export const everythingChanged = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'start', 'import', 'fields'].includes(String(queryKey[0])) });
