// The actor's own account: password, sign out everywhere, keys for other systems.
import { ActionIcon, Button, MultiSelect, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import { signOut, useActor } from '../api/session';
import type { Day, MailWish } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { DayField } from '../ui/pickers';
import { Secret } from '../ui/Secret';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { admin } from './adminTexts';
import { useChangeMailWish, useChangePassword, useMakeToken, useRemoveToken, useTokens } from './api';
import { NewPassword, useNewPassword } from './NewPassword';
import { permissionName } from './permissions';

function Password() {
  const t = useTexts(admin);
  const [current, setCurrent] = useState('');
  const secret = useNewPassword();
  const change = useChangePassword();
  const field = (pointer: string) => (isRefusal(change.error) ? change.error.field(pointer) : undefined);
  return (
    <form
      className="k-card k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { current, password: secret.password },
          {
            onSuccess: () => {
              say(t.passwordChanged, { tone: 'good' });
              setCurrent('');
              secret.setPassword('');
              secret.setAgain('');
            },
          },
        );
      }}
    >
      <h2>{t.changePassword}</h2>
      <PasswordInput label={t.current} autoComplete="current-password" required withAsterisk={false} value={current} onChange={(event) => setCurrent(event.currentTarget.value)} error={field('/current')} />
      <NewPassword state={secret} error={field('/password')} />
      {!field('/current') && <Refused error={change.error} />}
      <div><Button type="submit" disabled={!current || !secret.good} loading={change.isPending}>{t.changePassword}</Button></div>
    </form>
  );
}

function Keys() {
  const t = useTexts(admin);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const language = useLanguage();
  const asked = useTokens();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [expires, setExpires] = useState<Day | ''>('');
  const make = useMakeToken();
  const remove = useRemoveToken();
  return (
    <section className="k-card k-stack-s">
      <h2>{t.tokens}</h2>
      <p className="k-s k-mut">{t.tokensHelp}</p>
      <Answered asked={asked} bones={<Bones rows={3} />}>
        {(tokens) => (
          <ul>
            {tokens.length === 0 && <li className="k-s k-faint">{t.noTokens}</li>}
            {tokens.map((token) => (
              <li key={token.id} className="k-fact" style={{ alignItems: 'center' }}>
                <span><b style={{ color: 'var(--ink)' }}>{token.name}</b><br /><span className="k-xs k-faint">{token.scopes.map((scope) => permissionName(language, scope)).join(', ')}</span></span>
                <span className="k-s" style={{ fontWeight: 400 }}>
                  {token.last_used ? `${t.lastUsed} ${f.ago(token.last_used)}` : `${t.created} ${f.ago(token.created)}`}<br />
                  <span className="k-faint">{token.expires ? `${t.expires} ${f.dayShort(token.expires)}` : t.noExpiry}</span>
                </span>
                <ActionIcon aria-label={`${w.remove}: ${token.name}`} onClick={() => remove.mutate(token.id, { onSuccess: () => say(t.tokenRemoved) })}><Icon name="trash" size={16} /></ActionIcon>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {make.data ? (
        <Secret label={t.secretTitle} help={t.secretHelp} value={make.data.secret} />
      ) : (
        <form
          className="k-stack-s"
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate({ name: name.trim(), scopes, expires: expires || undefined });
          }}
        >
          <TextInput label={t.tokenName} required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <MultiSelect label={t.scopes} searchable value={scopes} onChange={setScopes} data={actor.permissions.map((scope) => ({ value: scope, label: permissionName(language, scope) }))} />
          <DayField label={t.expires} value={expires} onChange={setExpires} min={today()} />
          <Refused error={make.error} />
          <div><Button type="submit" variant="default" disabled={!name.trim() || scopes.length === 0} loading={make.isPending}>{t.makeToken}</Button></div>
        </form>
      )}
    </section>
  );
}

// Required ones come whatever is chosen.
function Letters() {
  const t = useTexts(admin);
  const actor = useActor();
  const change = useChangeMailWish();
  return (
    <section className="k-card k-stack-s">
      <h2 id="which-mail">{t.mail}</h2>
      <p className="k-s k-mut">{t.mailHelp}</p>
      <SegmentedControl aria-labelledby="which-mail" disabled={change.isPending} value={actor.mail} onChange={(mail) => change.mutate(mail as MailWish, { onSuccess: () => say(t.mailSaved, { tone: 'good' }) })} data={[{ value: 'everything', label: t.mailEverything }, { value: 'required', label: t.mailRequired }]} />
      <Refused error={change.error} />
    </section>
  );
}

export function AccountPage() {
  const t = useTexts(admin);
  const actor = useActor();
  return (
    <Page title={t.accountTitle} crumb={`${actor.email} · ${t.accountCrumb}`}>
      <div className="k-half">
        <div className="k-stack">
          <Password />
          <Letters />
          <section className="k-card k-stack-s">
            <h2>{t.everywhere}</h2>
            <p className="k-s k-mut">{t.everywhereHelp}</p>
            <div><Button variant="default" leftSection={<Icon name="out" size={16} />} onClick={() => void signOut(true)}>{t.everywhere}</Button></div>
          </section>
        </div>
        <Keys />
      </div>
    </Page>
  );
}
