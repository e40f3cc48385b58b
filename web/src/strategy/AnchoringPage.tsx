// Anchoring: the decision, the departments, the unions, and the documents of it all.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Anchoring, Standing } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { DayField } from '../ui/pickers';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { Activation } from './Activation';
import { useAnchoring, useDecide } from './api';
import { Consultations } from './Consultations';
import { AddDocument, Documents } from './Documents';
import { Frame } from './Frame';
import { Negotiations } from './Negotiations';
import styles from './strategy.module.css';
import { strategy as texts } from './texts';

function Decision({ standing, anchoring }: { standing: Standing; anchoring: Anchoring }) {
  const t = useTexts(texts);
  const f = useFormats();
  const { strategy } = standing;
  const [by, setBy] = useState(strategy.decided_by);
  const [day, setDay] = useState(strategy.decided ?? today());
  const decide = useDecide(strategy);
  const field = (pointer: string) => (isRefusal(decide.error) ? decide.error.field(pointer) : undefined);
  const documents = anchoring.documents.filter((one) => one.negotiation == null);
  return (
    <section className="k-card k-stack-s" aria-label={t.decision}>
      <h2>{t.decision}</h2>
      {strategy.decided ? <p>{strategy.decided_by}, {f.day(strategy.decided)}</p> : <p className="k-mut">{t.noDecision}</p>}
      {strategy.may_change && (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate({ decided: day, decided_by: by }, { onSuccess: () => say(t.decisionSaved, { tone: 'good' }) });
          }}
        >
          <TextInput label={t.decidedBy} placeholder={t.decisionHelp} value={by} onChange={(event) => setBy(event.currentTarget.value)} error={field('/decided_by')} />
          <DayField label={t.decided} required value={day} onChange={setDay} error={field('/decided')} />
          <Button type="submit" variant="default" loading={decide.isPending}>{t.decide}</Button>
        </form>
      )}
      <Refused error={decide.error} />
      <h3>{t.documents}</h3>
      <Documents all={documents} strategy={strategy} none={t.noDocument} />
      {strategy.may_change && <AddDocument strategy={strategy.id} />}
    </section>
  );
}

export function AnchoringPage() {
  const t = useTexts(texts);
  return <Frame title={t.anchoringTitle}>{(standing) => <Anchored standing={standing} />}</Frame>;
}

function Anchored({ standing }: { standing: Standing }) {
  const asked = useAnchoring(standing.strategy.id);
  return (
    <Answered asked={asked} bones={<div className="k-card"><Bones rows={8} /></div>}>
      {(anchoring) => (
        <div className="k-two">
          <div className="k-stack">
            <Decision standing={standing} anchoring={anchoring} />
            <Consultations standing={standing} anchoring={anchoring} />
            <Negotiations standing={standing} anchoring={anchoring} />
          </div>
          <div className="k-stack">{standing.strategy.state === 'draft' && <Activation standing={standing} />}</div>
        </div>
      )}
    </Answered>
  );
}
