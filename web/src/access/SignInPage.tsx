// Sign-in. Stands at whatever address was asked for, so that the reader comes to it afterwards.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { isRefusal } from '../api/client';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Empty, Refused } from '../ui/states';
import { roleNames, words } from '../ui/words';
import type { Role } from '../api/types';
import { useSignIn, useStart } from './api';
import { Door } from './Door';
import styles from './Door.module.css';
import { access } from './texts';

export function SignInPage() {
  const t = useTexts(access);
  const w = useTexts(words);
  const roles = roleNames[useLanguage()];
  const { data: start } = useStart();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };

  if (start?.needs_administrator)
    return (
      <Door title={t.signInTitle}>
        <Empty icon="key" title={t.needsAdministrator}>{t.needsAdministratorHelp}</Empty>
      </Door>
    );

  const wrong = isRefusal(signIn.error) && signIn.error.status === 401;
  return (
    <Door title={t.signInTitle} help={start?.organisation}>
      <form onSubmit={submit} className="k-stack-s">
        <TextInput label={w.email} type="email" name="email" autoComplete="username" required withAsterisk={false} autoFocus value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label={t.password} name="password" autoComplete="current-password" required withAsterisk={false} value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={wrong ? signIn.error?.message || t.wrong : undefined} />
        {!wrong && <Refused error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending} mt={6}>{t.signIn}</Button>
      </form>
      {start?.demonstration && start.accounts.length > 0 && (
        <section aria-label={t.demoTitle}>
          <div className={`k-label ${styles.rule}`}>{t.demoTitle}</div>
          <p className="k-mut k-s">{t.demoHelp}</p>
          <div className={styles.people}>
            {start.accounts.map((one) => (
              <button
                key={one.email}
                type="button"
                className={styles.person}
                onClick={() => {
                  setEmail(one.email);
                  setPassword(one.password);
                  signIn.mutate({ email: one.email, password: one.password });
                }}
              >
                <b>{one.persona === 'upper_manager' ? t.upperManager : (roles[one.persona as Role] ?? one.persona)}</b>
                <small>{one.name} · {one.email}</small>
                <Icon name="right" size={16} />
              </button>
            ))}
          </div>
        </section>
      )}
    </Door>
  );
}
