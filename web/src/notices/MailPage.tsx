// E-mail, for the administrator: how it leaves the house, whether it does, and what to do when it does not.
import { Button } from '@mantine/core';
import { useJob } from '../api/jobs';
import type { MailStatus } from '../api/types';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { JobBar } from '../ui/JobBar';
import { Page } from '../ui/Page';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useMail, useRetry, useTestMail } from './api';
import { MailForm } from './MailForm';
import { Outbox } from './Outbox';
import { mail } from './texts';

function Retry() {
  const t = useTexts(mail);
  const f = useFormats();
  const retry = useRetry();
  return (
    <>
      <Refused error={retry.error} />
      <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate(undefined, { onSuccess: ({ letters }) => say(t.retried(f.number(letters))) })}>{t.retry}</Button>
    </>
  );
}

function Trouble({ trouble }: { trouble: NonNullable<MailStatus['trouble']> }) {
  const t = useTexts(mail);
  const f = useFormats();
  return (
    <section className="k-card k-stack-s" role="alert">
      <h2 className="k-row"><Icon name="warning" size={18} />{t.troubleTitle}</h2>
      <p>{trouble.problem}</p>
      {trouble.answer && <p className="k-s k-mut">{t.answer}: <code style={{ overflowWrap: 'anywhere' }}>{trouble.answer}</code></p>}
      <p className="k-s k-mut">{t.troubleSince(f.instant(trouble.since), f.number(trouble.tries))} {t.nextTry(f.instant(trouble.until))}</p>
      <div><Retry /></div>
    </section>
  );
}

function Test({ test }: { test: ReturnType<typeof useTestMail> }) {
  const t = useTexts(mail);
  const job = useJob(test.data?.id, test.data);
  if (test.error) return <Refused error={test.error} />;
  if (!job) return null;
  if (job.state === 'done') return <p className="k-card" role="status"><Icon name="check" size={15} /> {t.testSent}</p>;
  if (job.problem) return <p className="k-card" role="alert" style={{ overflowWrap: 'anywhere' }}><Icon name="warning" size={15} /> {job.problem.detail}</p>;
  return <div className="k-card"><JobBar job={job} label={t.testing} /></div>;
}

function Shown({ status }: { status: MailStatus }) {
  const t = useTexts(mail);
  const f = useFormats();
  const { sums } = status;
  return (
    <>
      {status.settings.server ? (
        <div className="k-figures">
          <Figure label={t.waiting} value={f.number(sums.waiting)}>{status.quiet ? t.quietNow : t.waitingHelp}</Figure>
          <Figure label={t.sent} value={f.number(sums.sent_today)}>{t.sentHelp}</Figure>
          <Figure label={t.failed} value={f.number(sums.failed)}>{sums.failed > 0 ? t.failedHelp : t.noneFailed}</Figure>
        </div>
      ) : (
        <div className="k-card"><Empty icon="mail" title={t.offTitle}>{t.off}</Empty></div>
      )}
      {status.trouble && <Trouble trouble={status.trouble} />}
      <MailForm key={status.settings.version} status={status} />
      <Outbox retry={sums.failed > 0 && !status.trouble && <Retry />} />
    </>
  );
}

export function MailPage() {
  const t = useTexts(mail);
  const asked = useMail();
  const test = useTestMail();
  return (
    <Page title={t.title} crumb={t.crumb} actions={asked.data?.settings.server && <Button variant="default" leftSection={<Icon name="mail" size={16} />} loading={test.isPending} onClick={() => test.mutate()}>{t.test}</Button>}>
      <Test test={test} />
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>{(status) => <Shown status={status} />}</Answered>
    </Page>
  );
}
