// A suggestion over everybody who is interested: who to which role, its total and the bound that proves it, locks, and
// what the locks changed. It selects nobody.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Candidate, CandidateBoard, Id, Lock, Suggestion, SuggestionAim } from '../api/types';
import { Choice, Removable } from '../ui/Chip';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useSelect, useSuggest } from './api';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

function useTotal(aim: SuggestionAim) {
  const t = useTexts(programmes);
  const f = useFormats();
  return (total: number) => (aim === 'hours' ? t.hoursTotal(f.number(total)) : t.suitTotal(f.number(total)));
}

function Result({ made, board, onLock }: { made: Suggestion; board: CandidateBoard; onLock: (lock: Lock) => void }) {
  const t = useTexts(programmes);
  const r = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const total = useTotal(made.aim);
  const select = useSelect(board.programme.id);
  const name = (person: Id) => board.items.find((one) => one.person === person)?.name ?? '';
  const role = (id: Id | null | undefined) => (id == null ? t.none : label(board.programme.roles.find((one) => one.role === id)?.name));
  const gap = made.total > 0 ? (made.total - made.bound) / made.total : 0;
  const of = (person: Id) => made.items.find((one) => one.person === person);
  return (
    <div className="k-stack">
      <div className="k-row" data-total>
        <b>{t.total}: {total(made.total)}</b>
        <span className="k-tag" data-tone={made.least ? 'good' : 'info'} title={t.proof(total(made.bound))}>{made.least ? t.least : t.near(f.percent(gap))}</span>
        {made.left_out > 0 && <span className="k-tag">{t.leftOut(made.left_out)}</span>}
        {made.free > 0 && <span className="k-tag">{t.free(made.free)}</span>}
      </div>
      <p className="k-s k-mut">{t.proof(total(made.bound))} {made.aim === 'hours' && t.unknownCounts}</p>
      {made.total_without_locks != null && <p className="k-s">{t.price(total(made.total_without_locks))}</p>}
      {made.changed.length > 0 && <div><h3>{t.changed}</h3><ul className="k-s">{made.changed.map((one) => <li key={one.person}>{t.changedRow(name(one.person), role(one.before), role(one.after))}</li>)}</ul></div>}
      <div className="k-flush">
        <DataTable
          label={t.suggestTitle}
          rows={board.items}
          rowKey={(one) => one.person}
          columns={[
            { id: 'name', header: t.candidate, accessorKey: 'name' },
            { id: 'role', header: t.result, accessorFn: (one: Candidate) => role(of(one.person)?.role), cell: ({ row: { original: one } }) => { const got = of(one.person); return got ? <>{role(got.role)} {got.settled && <span className="k-tag">{t.settled}</span>}</> : <span className="k-mut">{t.none}</span>; } },
            { id: 'brings', header: t.brings, accessorFn: (one: Candidate) => of(one.person)?.transferability ?? 0, meta: { numeric: true, wide: true }, cell: ({ row: { original: one } }) => { const got = of(one.person); return got ? f.percent(got.transferability) : ''; } },
            { id: 'hours', header: t.path, accessorFn: (one: Candidate) => of(one.person)?.hours ?? 0, meta: { numeric: true, wide: true }, cell: ({ row: { original: one } }) => { const got = of(one.person); return got ? r.hoursOf(f.number(got.hours)) : ''; } },
            {
              id: 'act',
              header: () => <span className="k-unseen">{t.locks}</span>,
              enableSorting: false,
              cell: ({ row: { original: one } }) => {
                const got = of(one.person);
                if (one.stage) return null;
                return (
                  <span className="k-row">
                    {got && <Button size="compact-xs" variant="default" loading={select.isPending && select.variables.person === one.person} onClick={() => select.mutate({ person: one.person, role: got.role }, { onSuccess: () => say(t.chosenNow(one.name), { tone: 'good' }) })}>{t.choose}</Button>}
                    <Menu position="bottom-end">
                      <Menu.Target><Button size="compact-xs" variant="subtle" color="gray" aria-label={t.lockFor(one.name)}>{t.locks}</Button></Menu.Target>
                      <Menu.Dropdown>
                        {one.fits.map((fit) => <Menu.Item key={`to ${fit.role}`} onClick={() => onLock({ person: one.person, role: fit.role, kind: 'must' })}>{t.lockTo(label(fit.name))}</Menu.Item>)}
                        {one.fits.map((fit) => <Menu.Item key={`not ${fit.role}`} onClick={() => onLock({ person: one.person, role: fit.role, kind: 'never' })}>{t.lockOut(label(fit.name))}</Menu.Item>)}
                        <Menu.Item onClick={() => onLock({ person: one.person, kind: 'never' })}>{t.lockNone}</Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  </span>
                );
              },
            },
          ]}
        />
      </div>
      <Refused error={select.error} />
    </div>
  );
}

export function SuggestionCard({ board }: { board: CandidateBoard }) {
  const t = useTexts(programmes);
  const label = useLabel();
  const [aim, setAim] = useState<SuggestionAim>('hours');
  const [locks, setLocks] = useState<Lock[]>([]);
  const suggest = useSuggest(board.programme.id);
  const name = (person: Id) => board.items.find((one) => one.person === person)?.name ?? '';
  const ask = (next: Lock[], by = aim) => (setLocks(next), setAim(by), suggest.mutate({ aim: by, locks: next }));
  const said = (lock: Lock) => {
    const role = label(board.programme.roles.find((one) => one.role === lock.role)?.name);
    return lock.kind === 'must' ? t.lockTo(role) : lock.role ? t.lockOut(role) : t.lockNone;
  };
  return (
    <section className={`k-card k-stack-s ${styles.suggestion} k-no-print`}>
      <div className="k-row">
        <h2>{t.suggestTitle}</h2><span className="k-grow" />
        <Choice on={aim === 'hours'} onClick={() => (suggest.data ? ask(locks, 'hours') : setAim('hours'))}>{t.aimHours}</Choice>
        <Choice on={aim === 'suitability'} onClick={() => (suggest.data ? ask(locks, 'suitability') : setAim('suitability'))}>{t.aimSuitability}</Choice>
        <Button size="compact-sm" loading={suggest.isPending} onClick={() => ask(locks)}>{suggest.data ? t.again : t.make}</Button>
      </div>
      <p className="k-s k-mut">{t.suggestHelp}</p>
      {locks.length > 0 && <div className={styles.choose}>{locks.map((lock, i) => <Removable key={`${lock.person} ${lock.kind} ${lock.role}`} label={t.unlock(name(lock.person))} onRemove={() => ask(locks.filter((_, j) => j !== i))}>{name(lock.person)}: {said(lock)}</Removable>)}</div>}
      <Refused error={suggest.error} />
      {suggest.data && !suggest.error && <Result made={suggest.data} board={board} onLock={(lock) => ask([...locks.filter((one) => one.person !== lock.person), lock])} />}
    </section>
  );
}
