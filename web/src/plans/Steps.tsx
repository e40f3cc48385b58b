// The next step of a plan and the one back, for whoever may take it.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Plan } from '../api/types';
import { useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { usePlanAgain, useStep, useStepBack, type Step, type StepBack } from './api';
import { plans } from './texts';

function Back({ plan, step, title, done, onClose }: { plan: Plan; step: StepBack; title: string; done: string; onClose: () => void }) {
  const t = useTexts(plans);
  const w = useTexts(words);
  const [because, setBecause] = useState('');
  const back = useStepBack(plan.row.id, step);
  return (
    <form className="k-stack-s" onSubmit={(event) => (event.preventDefault(), back.mutate(because, { onSuccess: () => (say(done, { tone: 'good' }), onClose()) }))}>
      <Textarea label={t.because} description={t.becauseHelp} data-autofocus autosize minRows={3} value={because} onChange={(event) => setBecause(event.currentTarget.value)} error={isRefusal(back.error) ? back.error.field('/because') : undefined} />
      <Refused error={back.error} />
      <div className="k-row"><Button type="submit" loading={back.isPending}>{title}</Button><Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button></div>
    </form>
  );
}

export interface Solving {
  solve: () => void;
  busy: boolean;
  /** Something drawn is not saved: the plan as it stands is not what is on the screen. */
  drawn: boolean;
}

/** The buttons at the head of the page; what they are refused stands below it, from `refused`. */
export function useSteps(plan: Plan, { solve, busy, drawn }: Solving) {
  const t = useTexts(plans);
  const actor = useActor();
  const navigate = useNavigate();
  const step = useStep(plan.row.id);
  const again = usePlanAgain(plan.row.id);
  const [back, setBack] = useState<StepBack | null>(null);
  const makes = can(actor, 'make_plans');
  const { state } = plan.row;
  const go = (where: Step, word: string, done: string, primary = false) => (
    <Button variant={primary ? undefined : 'default'} loading={step.isPending && step.variables === where} disabled={busy || drawn} onClick={() => step.mutate(where, { onSuccess: () => say(done, { tone: 'good' }) })}>{word}</Button>
  );
  const solveButton = makes && (state === 'draft' || state === 'review') && <Button variant={plan.told && !plan.outdated && !drawn ? 'default' : undefined} loading={busy} onClick={solve}>{plan.told ? t.again : t.solve}</Button>;
  const fresh = !!plan.told && !plan.outdated && !drawn;
  const buttons = (
    <>
      {makes && (state === 'review' || state === 'budget') && <Button variant="subtle" color="gray" onClick={() => setBack('draft')}>{t.takeBack}</Button>}
      {makes && state === 'draft' && plan.told && go('review', t.sendReview, t.sent, fresh)}
      {makes && state === 'review' && go('budget', t.askBudget, t.asked, fresh)}
      {solveButton}
      {plan.may_approve && <Button variant="default" onClick={() => setBack('refusal')}>{t.refuse}</Button>}
      {plan.may_approve && go('approval', t.approve, t.approved, true)}
      {makes && state === 'published' && <Button loading={again.isPending} onClick={() => again.mutate(undefined, { onSuccess: (made) => void navigate(to.plan(made.id)) })}>{t.planAgain}</Button>}
    </>
  );
  const side = (
    <Side title={back === 'refusal' ? t.refuse : t.takeBack} open={back !== null} onClose={() => setBack(null)}>
      {back && <Back plan={plan} step={back} title={back === 'refusal' ? t.refuse : t.takeBack} done={back === 'refusal' ? t.refused : t.takenBack} onClose={() => setBack(null)} />}
    </Side>
  );
  const refused = step.error ?? again.error;
  return { buttons, side, refused: refused ? <Refused error={refused} /> : null };
}
