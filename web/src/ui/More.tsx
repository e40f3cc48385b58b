// The end of a list that goes on: fetches the next rows when it comes into view, or when pressed.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from './i18n';
import { words } from './words';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function More({ list }: { list: Paged }) {
  const t = useTexts(words);
  const mark = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    const element = mark.current;
    if (!element || !hasNextPage || isFetchingNextPage) return;
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && void fetchNextPage(), { rootMargin: '600px' });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={mark} style={{ padding: 12, textAlign: 'center' }} className="k-no-print">
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t.more}
      </Button>
    </div>
  );
}
