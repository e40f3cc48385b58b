// Drafts a strategy, or changes one.
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Strategy, StrategyInput, YearPlan } from '../api/types';
import { today } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField, OwnerPicker } from '../ui/pickers';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useSaveStrategy } from './api';
import styles from './strategy.module.css';
import { strategy as texts } from './texts';

const yearOf = (day: string) => Number(day.slice(0, 4));

function first(strategy: Strategy | null): StrategyInput {
  if (!strategy) {
    const year = yearOf(today()) + 1;
    return { name: { sv: '', en: '' }, starts: `${year}-01-01`, ends: `${year + 2}-12-31`, aim: '', principles: '', communication: '', years: [year, year + 1].map((one) => ({ year: one, budget: 0, hours: 0 })), quiet_days: 30 };
  }
  const { name, starts, ends, owner, sponsor, aim, principles, communication, years, next_review, quiet_days } = strategy;
  return { name, starts, ends, owner: owner?.person, sponsor: sponsor?.person, aim, principles, communication, years, next_review, quiet_days };
}

function Years({ input, put, field }: { input: StrategyInput; put: (change: Partial<StrategyInput>) => void; field: (pointer: string) => string | undefined }) {
  const t = useTexts(texts);
  const years = input.years ?? [];
  const set = (at: number, change: Partial<YearPlan>) => put({ years: years.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <fieldset className={styles.years}>
      <legend>{t.years}</legend>
      {years.map((one, i) => (
        <div key={i} className={styles.year}>
          <NumberInput label={t.year} hideControls value={one.year} onChange={(value) => set(i, { year: Number(value) })} error={field(`/years/${i}/year`)} />
          <NumberInput label={t.budget} hideControls min={0} thousandSeparator=" " value={one.budget} onChange={(value) => set(i, { budget: Number(value) })} error={field(`/years/${i}/budget`)} />
          <NumberInput label={t.hours} hideControls min={0} value={one.hours} onChange={(value) => set(i, { hours: Number(value) })} error={field(`/years/${i}/hours`)} />
          <Button variant="subtle" color="gray" px={8} aria-label={t.removeYear(String(one.year))} onClick={() => put({ years: years.filter((_, at) => at !== i) })}><Icon name="trash" size={16} /></Button>
        </div>
      ))}
      <div><Button variant="default" size="compact-md" leftSection={<Icon name="plus" size={14} />} onClick={() => put({ years: [...years, { year: (years.at(-1)?.year ?? yearOf(input.starts) - 1) + 1, budget: years.at(-1)?.budget ?? 0, hours: years.at(-1)?.hours ?? 0 }] })}>{t.addYear}</Button></div>
    </fieldset>
  );
}

export function Editor({ strategy, onClose }: { strategy: Strategy | null; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const [input, setInput] = useState(() => first(strategy));
  const save = useSaveStrategy(strategy);
  const put = (change: Partial<StrategyInput>) => setInput((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const long = { autosize: true, minRows: 2, maxRows: 10, maxLength: 8000 };
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(input, { onSuccess: () => (say(t.saved, { tone: 'good' }), onClose()) });
      }}
    >
      <TextInput label={t.nameSv} data-autofocus value={input.name.sv} onChange={(event) => put({ name: { ...input.name, sv: event.currentTarget.value } })} error={field('/name/sv')} />
      <TextInput label={t.nameEn} value={input.name.en} onChange={(event) => put({ name: { ...input.name, en: event.currentTarget.value } })} error={field('/name/en')} />
      <div className={styles.pair}>
        <DayField label={t.starts} required value={input.starts} onChange={(starts) => put({ starts })} error={field('/starts')} />
        <DayField label={t.ends} required value={input.ends} onChange={(ends) => put({ ends })} error={field('/ends')} />
      </div>
      <OwnerPicker label={t.owner} description={t.ownerHelp} known={strategy?.owner} value={input.owner} onChange={(owner) => put({ owner: owner ?? undefined })} error={field('/owner')} />
      <OwnerPicker label={t.sponsor} description={t.sponsorHelp} known={strategy?.sponsor} value={input.sponsor} onChange={(sponsor) => put({ sponsor: sponsor ?? undefined })} error={field('/sponsor')} />
      <Textarea label={t.aim} {...long} value={input.aim} onChange={(event) => put({ aim: event.currentTarget.value })} error={field('/aim')} />
      <Years input={input} put={put} field={field} />
      <Textarea label={t.principles} description={t.principlesHelp} {...long} value={input.principles} onChange={(event) => put({ principles: event.currentTarget.value })} error={field('/principles')} />
      <Textarea label={t.communication} description={t.communicationHelp} {...long} value={input.communication} onChange={(event) => put({ communication: event.currentTarget.value })} error={field('/communication')} />
      <div className={styles.pair}>
        <DayField label={t.nextReview} value={input.next_review ?? ''} onChange={(day) => put({ next_review: day || undefined })} error={field('/next_review')} />
        <NumberInput label={t.quietDays} min={7} max={365} value={input.quiet_days ?? 30} onChange={(value) => put({ quiet_days: Number(value) })} error={field('/quiet_days')} />
      </div>
      <Refused error={save.error} />
      <div className="k-row">
        <Button type="submit" loading={save.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
