// What one was told, newest first; opening one marks it as read.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Notice } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { useNotices, useRead, useReadAll } from './api';
import { notices } from './texts';

function One({ one, onRead }: { one: Notice; onRead: (one: Notice) => void }) {
  const t = useTexts(notices);
  const f = useFormats();
  return (
    <li className="k-card">
      <div className="k-row" style={{ flexWrap: 'wrap' }}>
        <h2 style={{ flex: '1 1 220px', fontSize: 15, fontWeight: one.seen ? 450 : 650 }}>
          <Link to={one.path} onClick={() => onRead(one)}>{one.title}</Link>
        </h2>
        {one.required && <span className="k-tag">{t.required}</span>}
        {!one.seen && <span className="k-tag" data-tone="info">{t.unread}</span>}
        <time className="k-s k-faint" dateTime={one.created}>{f.ago(one.created)}</time>
      </div>
      <p className="k-mut" style={{ marginTop: 4 }}>{one.text}</p>
    </li>
  );
}

export function NoticesPage() {
  const t = useTexts(notices);
  const asked = useNotices();
  const read = useRead();
  const readAll = useReadAll();
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t.title} crumb={t.crumb} actions={items.some((one) => !one.seen) && <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>{t.readAll}</Button>}>
      <Refused error={read.error ?? readAll.error} />
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={6} /></div>}>
        {() =>
          items.length === 0 ? (
            <div className="k-card"><Empty icon="bell" title={t.empty} action={<Button variant="default" component={Link} to={to.account}>{t.toAccount}</Button>}>{t.emptyHelp}</Empty></div>
          ) : (
            <ul className="k-stack-s" style={{ maxWidth: 760 }}>
              {items.map((one) => <One key={one.id} one={one} onRead={(opened) => !opened.seen && read.mutate(opened.id)} />)}
            </ul>
          )
        }
      </Answered>
      <More list={asked} />
    </Page>
  );
}
