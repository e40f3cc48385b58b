// When those who had not answered were reminded, when they are next, and the way to do it now.
import { Button } from '@mantine/core';
import type { Round } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useRemind, useReminders } from './api';
import { reminding } from './texts';

export function Reminders({ round }: { round: Round }) {
  const t = useTexts(reminding);
  const f = useFormats();
  const asked = useReminders(round.id);
  const remind = useRemind(round.id);
  return (
    <section className="k-card k-stack-s">
      <h2>{t.title}</h2>
      <Answered asked={asked} bones={<Bones rows={3} />}>
        {(told) => (
          <>
            {round.required && <p className="k-s k-mut">{t.required}</p>}
            {!told.mail_set_up && round.state === 'open' && <p className="k-s k-mut">{t.noMail}</p>}
            {told.items.length === 0 && <p className="k-s k-mut">{t.none}</p>}
            <ul>
              {told.items.map((one) => (
                <li key={one.day} className="k-fact"><span>{f.dayShort(one.day)} · {one.by || t.byItself}</span><span>{t.reached(f.number(one.reached))}</span></li>
              ))}
            </ul>
            {told.next && <p className="k-s k-mut">{t.next(f.dayShort(told.next))}</p>}
            <Refused error={remind.error} />
            {told.may_remind && (
              <div><Button variant="default" loading={remind.isPending} onClick={() => remind.mutate(undefined, { onSuccess: (after) => say(t.sent(f.number(after.items[0]?.reached ?? 0)), { tone: 'good' }) })}>{t.remind}</Button></div>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
