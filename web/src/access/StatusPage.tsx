// That it runs: for the one who looks after the server, without anyone's levels.
import type { Status } from '../api/types';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { Answered, Bones } from '../ui/states';
import { admin } from './adminTexts';
import { useStatus } from './api';

const lowDisk = 2e9;

function StatusFacts({ status }: { status: Status }) {
  const t = useTexts(admin);
  const f = useFormats();
  const low = status.disk_free_bytes < lowDisk;
  return (
    <>
      <div className="k-figures">
        <Figure label={t.started} value={f.ago(status.started)} small>{low ? t.diskLow : t.allWell}</Figure>
        <Figure label={t.memory} value={f.bytes(status.memory_bytes)}>{t.snapshot} {f.bytes(status.snapshot.bytes)}</Figure>
        <Figure label={t.disk} value={f.bytes(status.disk_free_bytes)}>{status.database}</Figure>
        <Figure label={t.jobsWaiting} value={f.number(status.jobs_waiting)}>{t.version} {status.version}</Figure>
      </div>
      <section className="k-card" style={{ columns: '2 300px', columnGap: 40 }}>
        <div className="k-fact"><span>{t.version}</span><span>{status.version}</span></div>
        <div className="k-fact"><span>{t.started}</span><span>{f.instant(status.started)}</span></div>
        <div className="k-fact"><span>{t.database}</span><span>{status.database}</span></div>
        <div className="k-fact"><span>{t.schema}</span><span>{status.schema}</span></div>
        <div className="k-fact"><span>{t.people}</span><span>{f.number(status.people)}</span></div>
        <div className="k-fact"><span>{t.assessments}</span><span>{f.number(status.assessments)}</span></div>
        <div className="k-fact"><span>{t.snapshot}</span><span>{t.snapshotIs(f.dayShort(status.snapshot.day), f.number(status.snapshot.seq), f.decimal(status.snapshot.built_ms))}</span></div>
      </section>
    </>
  );
}

/** The same facts without the page around them. */
export function Health() {
  const asked = useStatus();
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={6} /></div>}>{(status) => <StatusFacts status={status} />}</Answered>;
}

export function StatusPage() {
  const t = useTexts(admin);
  return (
    <Page title={t.statusTitle} crumb={t.statusCrumb}>
      <Health />
    </Page>
  );
}
