// What a little more of each limit would be worth, what the next money would buy, and what stands outside: in words.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { can, leads, useActor } from '../api/session';
import type { Day, LockConflict, Plan, PlanTold, ShadowPrice } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { together } from './drawn';
import styles from './plans.module.css';
import { useSayings } from './said';
import { plans } from './texts';

const shownAtOnce = 6;

function useWorth(currency: string) {
  const t = useTexts(plans);
  const said = useSayings();
  const label = useLabel();
  const f = useFormats();
  return (price: ShadowPrice, days: Day[]) => {
    const points = said.points(price.closes);
    const name = label(price.name);
    switch (price.kind) {
      case 'budget':
        return price.closes > 0 ? t.budgetWorth(said.whole(price.more, currency), points) : t.budgetFree(said.short(price.limit - price.used, currency));
      case 'unit_budget':
        return t.unitBudgetWorth(name, said.whole(price.more, currency), points);
      case 'away':
        return t.awayWorth(name, price.from ? said.quarter(price.from) : '', points);
      case 'seat':
        return t.seatWorth(name, said.months(days, f.either), points);
    }
  };
}

function Next({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const said = useSayings();
  const label = useLabel();
  if (!told.next) return null;
  const money = said.whole(told.next.amount, plan.frame.currency);
  if (told.next.closes <= 0) return <p>{t.nextNothing(money)}</p>;
  const parts = told.next.more.slice(0, 4).map((one) => (one.people > 0 ? t.plusPeople(label(one.name), one.people) : t.minusPeople(label(one.name), -one.people)));
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${t.and} ${parts.at(-1)}` : parts[0];
  return <p><b>{t.nextBuys(money, said.points(told.next.closes))}</b>{listed ? t.nextIn(listed) : '.'}</p>;
}

export function Worth({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const said = useSayings();
  const say = useWorth(plan.frame.currency);
  const [all, setAll] = useState(false);
  // A bound may put a price on seats that this plan leaves empty; one more of those would give it nothing.
  const prices = together(told.prices.filter((price) => price.kind !== 'seat' || price.used >= price.limit), (price) => said.points(price.closes));
  const shown = all ? prices : prices.slice(0, shownAtOnce);
  return (
    <section className="k-card k-stack-s" aria-label={t.worth}>
      <h2>{t.worth}</h2>
      <Next plan={plan} told={told} />
      <ul className={styles.lines}>{shown.map(({ price, days }, at) => <li key={at}>{say(price, days)}</li>)}</ul>
      {prices.length > shownAtOnce && <div><Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>{all ? t.fewerWorth : t.moreWorth(prices.length - shownAtOnce)}</Button></div>}
      <p className="k-xs k-faint">{t.worthHelp}</p>
    </section>
  );
}

export function LeftOut({ told }: { told: PlanTold }) {
  const t = useTexts(plans);
  const f = useFormats();
  const actor = useActor();
  const { left_out: out } = told;
  const lines: [number, string, { at: string; word: string } | false][] = [
    [told.assess_first, t.assessFirst(f.number(told.assess_first)), can(actor, 'run_rounds') ? { at: to.rounds, word: t.roundsGo } : can(actor, 'view_levels') && (leads(actor) || can(actor, 'edit_people')) && { at: to.next, word: t.assessGo }],
    [told.nothing_offered, t.nothingOffered(told.nothing_offered), can(actor, 'view_learning') && { at: to.learning, word: t.catalogueGo }],
    [told.out_of_hours, t.outOfHours(told.out_of_hours), false],
    [told.leaving, t.leaving(told.leaving), false],
    [out.currency, t.outCurrency(out.currency), false],
    [out.language, t.outLanguage(out.language), false],
    [out.place, t.outPlace(out.place), false],
    [out.time, t.outTime(out.time), false],
  ];
  const said = lines.filter(([n]) => n > 0);
  return (
    <section className="k-card k-stack-s" aria-label={t.leftOut}>
      <h2>{t.leftOut}</h2>
      {said.length === 0 && <p className="k-mut">{t.nobodyOut}</p>}
      <ul className={styles.lines}>{said.map(([, words, go], at) => <li key={at}>{words}{go && <> <Link to={go.at}>{go.word}</Link></>}</li>)}</ul>
    </section>
  );
}

export function Conflicts({ plan, conflicts }: { plan: Plan; conflicts: LockConflict[] }) {
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  if (conflicts.length === 0) return null;
  const say = (one: LockConflict) => {
    const name = label(one.name);
    const money = (hundredths: number) => said.whole(hundredths, plan.frame.currency);
    switch (one.kind) {
      case 'budget':
        return t.conflict_budget(money(one.needed), money(one.limit));
      case 'unit_budget':
        return t.conflict_unit_budget(name, money(one.needed), money(one.limit));
      case 'seats':
        return t.conflict_seats(name, f.number(one.needed), f.number(one.limit));
      case 'away':
        return t.conflict_away(name, f.decimal(one.needed), f.decimal(one.limit));
      case 'time':
        return t.conflict_time(name);
    }
  };
  return (
    <section className={`k-card k-stack-s ${styles.warned}`} aria-label={t.conflicts}>
      <h2>{t.conflicts}</h2>
      <ul className={styles.lines}>{conflicts.map((one, at) => <li key={at}>{say(one)} {one.people > 0 && <span className="k-mut">{t.conflictPeople(one.people)}</span>}</li>)}</ul>
    </section>
  );
}
