// The document's two pages: the whole one, to print and sign; and the active strategy as everybody reads it.
import { Button } from '@mantine/core';
import type { Standing } from '../api/types';
import { isRefusal } from '../api/client';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useActiveStrategy, useWritten } from './api';
import { Frame } from './Frame';
import { Sheet } from './Sheet';
import { strategy as texts } from './texts';

function Print() {
  const w = useTexts(words);
  return <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>{w.print}</Button>;
}

function Whole({ standing }: { standing: Standing }) {
  const asked = useWritten(standing.strategy.id);
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>{(written) => <Sheet written={written} />}</Answered>;
}

export function DocumentPage() {
  const t = useTexts(texts);
  return <Frame title={t.documentTitle} actions={() => <Print />}>{(standing) => <Whole standing={standing} />}</Frame>;
}

export function DecidedPage() {
  const t = useTexts(texts);
  const asked = useActiveStrategy();
  const none = isRefusal(asked.error) && asked.error.status === 404;
  return (
    <Page title={t.forAll} crumb={t.forAllCrumb} actions={asked.data && <Print />}>
      {none && isRefusal(asked.error) ? <div className="k-card"><Empty icon="file" title={t.none}>{asked.error.problem.detail}</Empty></div> : <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>{(written) => <Sheet written={written} />}</Answered>}
    </Page>
  );
}
