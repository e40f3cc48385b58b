// The scenario bench: what everybody will be able to do under a scenario, with sliders that redraw the curves at once.
import { Button } from '@mantine/core';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { can, useActor } from '../api/session';
import type { Assumptions, ForecastTold, Id, Scenario } from '../api/types';
import { CurveTable, FanChart } from '../ui/FanChart';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { Ahead, type By } from './Ahead';
import { Actions, Bar, type Edited } from './Bar';
import { dropForecast, useCurve, useForecast, useScenarios } from './api';
import { Editor } from './Editor';
import { NeedsAhead } from './NeedsAhead';
import styles from './scenarios.module.css';
import { Sliders } from './Sliders';
import { scenarios } from './texts';

/** `whole` is ahead of the rest while that is counted. */
function Figures({ told, whole, counting }: { told: ForecastTold; whole: ForecastTold['whole']; counting: boolean }) {
  const t = useTexts(scenarios);
  const w = useTexts(words);
  const f = useFormats();
  const first = told.skills.map((one) => one.of.first_shortage).filter((day): day is string => !!day).sort()[0];
  const short = (of: (skill: ForecastTold['skills'][number]) => number) => told.skills.reduce((sum, one) => sum + (one.hidden ? 0 : of(one)), 0);
  return (
    <div className="k-figures">
      {whole && <Figure label={t.people} value={f.number(whole.able_then)}>{t.peopleThen(f.number(whole.able_now))}</Figure>}
      {whole && <Figure label={t.posts} value={f.number(whole.demand_then)}>{t.postsMeaning(f.number(whole.demand_now))}</Figure>}
      <div className={styles.later} aria-busy={counting}><Figure label={t.short} value={f.number(short((one) => one.of.shortage_then))}>{t.shortMeaning(f.number(short((one) => one.of.shortage_now)))}</Figure></div>
      <div className={styles.later} aria-busy={counting}><Figure label={t.first} value={!first ? t.firstNone : first === told.day ? w.today : f.dayShort(first)}>{t.firstMeaning}</Figure></div>
      {told.unknown_share != null && <Figure label={t.unknown} value={f.percent(told.unknown_share)}>{t.unknownMeaning}</Figure>}
    </div>
  );
}

function Curves({ told, what, posts, table, onTable }: { told: ForecastTold; what: string; posts: boolean; table: boolean; onTable: (table: boolean) => void }) {
  const t = useTexts(scenarios);
  return (
    <section className="k-card">
      <div className="k-row" style={{ marginBottom: 8 }}>
        <h2>{t.chartOf(what)}</h2>
        <span className="k-grow" />
        {!told.hidden && told.curve.able.length > 0 && <Button size="compact-sm" variant="subtle" onClick={() => onTable(!table)} leftSection={<Icon name={table ? 'status' : 'table'} size={14} />}>{table ? t.asChart : t.asTable}</Button>}
      </div>
      {told.hidden || told.curve.able.length === 0 ? <Empty icon="eye" title={t.hiddenTitle}>{t.hiddenHelp}</Empty> : table ? <CurveTable curve={told.curve} days={told.days} what={what} posts={posts} /> : <FanChart curve={told.curve} days={told.days} what={what} posts={posts} />}
    </section>
  );
}

/** `first`: what the editor begins with, while it is open. */
const Editing = memo(function Editing({ edited, scenario, first, onClose, onSaved, onRemoved }: { edited: Edited | null; scenario: Scenario; first: Assumptions | null; onClose: () => void; onSaved: (scenario: Id) => void; onRemoved: (look: { scenario: null }) => void }) {
  const t = useTexts(scenarios);
  return (
    <Side title={edited === 'this' ? t.change : t.add} open={edited !== null} onClose={onClose} size={560}>
      {first && <Editor scenario={edited === 'this' ? scenario : null} first={first} onClose={onClose} onSaved={(saved) => onSaved(saved.id)} onRemoved={() => onRemoved({ scenario: null })} />}
    </Side>
  );
});

// Hundreds of rows: the curve is drawn first.
const Rows = memo(Ahead);
const NeedRows = memo(NeedsAhead);
const rest = 250; // milliseconds without a move

function Bench({ all, usual, scenario }: { all: Scenario[]; usual: Assumptions; scenario: Scenario }) {
  const t = useTexts(scenarios);
  const label = useLabel();
  const actor = useActor();
  const mayPlan = can(actor, 'plan_future');
  const [unit] = useIdParam('unit');
  const [skill] = useIdParam('skill');
  const [role] = useIdParam('role');
  const [, setParams] = useSearchParams();
  // Several at a time: one after the other the last would stand alone.
  const put = useCallback(
    (changes: Record<string, Id | null>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, id] of Object.entries(changes)) {
            if (id === null) next.delete(name);
            else next.set(name, String(id));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const [drawn, setDrawn] = useState<Assumptions | null>(null);
  const [automated, setAutomated] = useState<Id | null>(null);
  const [table, setTable] = useState(false);
  const [editing, setEditing] = useState<Edited | null>(null);
  // A hand on a slider is followed by the curve, one question at a time: while it is answered the slider goes on, and what
  // it has come to by then is asked next, so that nothing queues up on the server. All the other numbers take longer;
  // they are asked for when the hand rests.
  const looked = useMemo(() => ({ unit, skill, role: skill ? undefined : role }), [unit, skill, role]);
  const [tried, setTried] = useState<Assumptions | null>(null);
  const [rested, setRested] = useState<Assumptions | null>(null);
  const curve = useCurve(tried, looked);
  const asked = useForecast(scenario.id, rested, looked);
  useEffect(() => {
    if (!curve.isFetching || !drawn) setTried(drawn);
  }, [drawn, curve.isFetching]);
  useEffect(() => {
    if (drawn === rested) return;
    dropForecast(scenario.id, rested, looked);
    if (drawn && (tried !== drawn || curve.isFetching)) return;
    const wait = setTimeout(() => setRested(drawn), drawn ? rest : 0);
    return () => clearTimeout(wait);
  }, [drawn, rested, tried, curve.isFetching, scenario.id, looked]);
  const told = asked.data;
  const drawnCurve = tried && curve.data ? curve.data : told;
  const counting = drawn !== rested || asked.isPlaceholderData;
  const later = useDeferredValue(told);
  const shown = useMemo<{ by: By; id: Id } | null>(() => (skill ? { by: 'skill', id: skill } : role ? { by: 'role', id: role } : null), [skill, role]);
  const what = useMemo(() => {
    const named = skill ? told?.skills.find((one) => one.skill === skill)?.name : role ? told?.roles.find((one) => one.role === role)?.name : undefined;
    return named ? label(named) : t.allPosts;
  }, [told, skill, role, label, t]);
  const show = useCallback((by: By, id: Id) => put(by === 'unit' ? { unit: id } : { skill: by === 'skill' ? id : null, role: by === 'role' ? id : null }), [put]);
  const choose = useCallback(
    (id: Id) => {
      put({ scenario: id });
      setDrawn(null);
    },
    [put],
  );
  const close = useCallback(() => setEditing(null), []);
  const reset = useCallback(() => setDrawn(null), []);
  const move = (next: Assumptions) => {
    setDrawn(next);
    if (!curve.isFetching) setTried(next);
  };
  return (
    <Page
      title={t.title}
      crumb={told?.name || actor.organisation}
      actions={<Actions scenario={scenario.id} unit={unit} several={all.length > 1} mayPlan={mayPlan} onEdit={setEditing} />}
    >
      <Bar all={all} scenario={scenario} unit={unit} narrowed={!!(skill || role)} moved={!!drawn} mayPlan={mayPlan} onScenario={choose} onLook={put} onReset={reset} onEdit={setEditing} />
      {scenario.description && <p className="k-mut">{scenario.description}</p>}
      {told && (asked.error || curve.error) ? <Refused error={asked.error ?? curve.error} /> : null}
      <Answered asked={asked} bones={<><div className="k-card"><Bones rows={2} /></div><div className="k-card"><Bones rows={9} /></div></>}>
        {(answer) => (
          <>
            <Figures told={answer} whole={(drawnCurve ?? answer).whole} counting={counting} />
            <div className={mayPlan ? 'k-two' : undefined}>
              <Curves told={drawnCurve ?? answer} what={what} posts={!skill} table={table} onTable={setTable} />
              {mayPlan && <Sliders assumptions={drawn ?? scenario.assumptions} onChange={move} role={automated} onRole={setAutomated} />}
            </div>
            <NeedRows told={later ?? answer} />
            <Rows told={later ?? answer} shown={shown} onShow={show} />
          </>
        )}
      </Answered>
      <Editing edited={editing} scenario={scenario} first={editing && (drawn ?? (editing === 'this' ? scenario.assumptions : usual))} onClose={close} onSaved={choose} onRemoved={put} />
    </Page>
  );
}

function Beginning({ usual }: { usual: Assumptions }) {
  const t = useTexts(scenarios);
  const actor = useActor();
  const mayPlan = can(actor, 'plan_future');
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t.title} crumb={actor.organisation}>
      <div className="k-card"><Empty icon="status" title={t.empty} action={mayPlan && <Button onClick={() => setAdding(true)}>{t.addBase}</Button>}>{t.emptyHelp} {!mayPlan && t.emptyView}</Empty></div>
      <Side title={t.add} open={adding} onClose={() => setAdding(false)} size={560}>
        <Editor scenario={null} first={usual} onClose={() => setAdding(false)} />
      </Side>
    </Page>
  );
}

export function ScenariosPage() {
  const t = useTexts(scenarios);
  const actor = useActor();
  const asked = useScenarios();
  const [chosen] = useIdParam('scenario');
  const all = asked.data?.items;
  if (!asked.data || !all)
    return <Page title={t.title} crumb={actor.organisation}><div className={styles.waiting}><Answered asked={asked} bones={<Bones rows={10} height={18} />}>{() => null}</Answered></div></Page>;
  const scenario = all.find((one) => one.id === chosen) ?? all[0];
  if (!scenario) return <Beginning usual={asked.data.usual} />;
  return <Bench key={scenario.id} all={all} usual={asked.data.usual} scenario={scenario} />;
}
