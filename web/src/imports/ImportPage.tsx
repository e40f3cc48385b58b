// One import from file to done: columns mapped, every row checked, the difference shown, then applied in one go.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { isOver, useJob } from '../api/jobs';
import { queryClient } from '../api/queries';
import { can, useActor } from '../api/session';
import type { Import } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { JobBar } from '../ui/JobBar';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { importKindNames } from '../ui/words';
import { everythingChanged, useApply, useImport, useRemoveImport } from './api';
import styles from './ImportPage.module.css';
import { MapColumns } from './MapColumns';
import { Names } from './Names';
import { Outcome } from './Outcome';
import { imports } from './texts';

const stepOf = (one: Import, remapping: boolean) => (one.state === 'uploaded' || remapping ? 0 : one.state === 'checking' || one.state === 'checked' ? 1 : 2);

function Steps({ at }: { at: number }) {
  const t = useTexts(imports);
  return (
    <ol className={styles.steps}>
      {[t.stepMap, t.stepCheck, t.stepApply].map((step, i) => (
        <li key={step} aria-current={i === at ? 'step' : undefined} data-done={i < at || undefined}>{step}</li>
      ))}
    </ol>
  );
}

function Work({ one }: { one: Import }) {
  const t = useTexts(imports);
  const f = useFormats();
  const names = importKindNames[useLanguage()];
  const navigate = useNavigate();
  const actor = useActor();
  const [remapping, setRemapping] = useState(false);
  const working = one.state === 'checking' || one.state === 'applying';
  const job = useJob(working ? one.job?.id : null, working ? one.job : null);
  const apply = useApply(one.id);
  const remove = useRemoveImport();
  const over = job ? isOver(job) : false;

  // When the work is over the import itself says what came of it.
  useEffect(() => {
    if (!working || !over) return;
    void queryClient.invalidateQueries({ queryKey: ['import', one.id] });
  }, [working, over, one.id]);
  useEffect(() => {
    if (one.state === 'applied') everythingChanged();
  }, [one.state]);

  const title = remapping || one.state === 'uploaded' ? t.mapTitle : one.state === 'applied' ? t.appliedTitle : one.state === 'failed' ? t.failedTitle : t.checkTitle;
  const outcome = one.outcome;
  const nothing = outcome && outcome.new + outcome.changed + outcome.would_leave === 0;

  return (
    <Page
      title={title}
      crumb={<><Link to={to.imports}>{names[one.kind]}</Link> · {one.filename} · {one.rows == null ? f.bytes(one.size) : t.rowsOf(f.number(one.rows))}</>}
      actions={
        !working && one.state !== 'applied' && (
          <Button
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(one.id, {
                onSuccess: () => {
                  say(t.removed);
                  void navigate(to.imports);
                },
              })
            }
          >
            {t.remove}
          </Button>
        )
      }
    >
      {one.state !== 'failed' && <Steps at={stepOf(one, remapping)} />}
      {one.state === 'uploaded' || remapping ? (
        <MapColumns one={one} onChecked={() => setRemapping(false)} />
      ) : working ? (
        <section className="k-card">{job ? <JobBar job={job} label={one.state === 'checking' ? t.checkingNow : t.applyingNow} /> : <Bones rows={2} />}</section>
      ) : one.state === 'failed' ? (
        <section className="k-card">
          <Empty icon="warning" title={one.problem?.title ?? one.job?.problem?.title ?? t.failedTitle} action={<><Button variant="default" onClick={() => setRemapping(true)} disabled={one.columns.length === 0}>{t.checkAgain}</Button><Button component={Link} to={to.imports}>{t.another}</Button></>}>
            {one.problem?.detail ?? one.job?.problem?.detail}
          </Empty>
        </section>
      ) : (
        <>
          {one.state === 'applied' && (
            <section className="k-card">
              <Empty icon="check" title={one.kind === 'activities' ? t.activitiesApplied : t.appliedHelp} action={<>{one.kind === 'activities' ? <Button component={Link} to={to.learning}>{t.toLearning}</Button> : <Button component={Link} to={to.gap}>{t.toMap}</Button>}<Button component={Link} to={to.imports} variant="default">{t.another}</Button></>} />
            </section>
          )}
          {one.state === 'checked' && one.kind !== 'people' && (outcome?.problems ?? 0) > 0 && can(actor, 'edit_catalogue') && <Names id={one.id} />}
          {outcome && <Outcome one={one} outcome={outcome} />}
          {one.state === 'checked' && outcome && (
            <section className={`k-card ${styles.apply}`}>
              <div>
                <p>{outcome.problems > 0 ? t.blocked : nothing ? t.nothingToDo : t.applyHelp}</p>
                <Refused error={apply.error} />
              </div>
              <span className="k-grow" />
              <Button variant="default" onClick={() => setRemapping(true)}>{t.checkAgain}</Button>
              <Button onClick={() => apply.mutate()} loading={apply.isPending} disabled={outcome.problems > 0 || !!nothing}>{t.apply}</Button>
            </section>
          )}
        </>
      )}
    </Page>
  );
}

export function ImportPage() {
  const { id = '' } = useParams();
  const asked = useImport(Number(id) || 0);
  return <Answered whole asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>{(one) => <Work key={one.id} one={one} />}</Answered>;
}
