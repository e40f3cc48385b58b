// Filters live in the address, so that a view can be shared, bookmarked and gone back to.
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export function useParam(name: string): [string | undefined, (value: string | number | null | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | number | null | undefined) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null || value === undefined || value === '') next.delete(name);
          else next.set(name, String(value));
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? undefined, set];
}

export function useIdParam(name: string): [number | undefined, (value: number | null | undefined) => void] {
  const [value, set] = useParam(name);
  const id = value === undefined ? undefined : Number(value);
  return [Number.isInteger(id) ? id : undefined, set];
}
