// The settings of e-mail. The password is the server's own and is not typed here.
import { Button, Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { MailStatus, WantedMail } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useSaveMail } from './api';
import { mail } from './texts';

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));
const usualPorts = { none: 25, starttls: 587, tls: 465 };

export function MailForm({ status }: { status: MailStatus }) {
  const t = useTexts(mail);
  const { version, ...first } = status.settings;
  // Whoever sets it up is looking at the address that people will open.
  const [wanted, setWanted] = useState<WantedMail>({ ...first, address: first.address || location.origin });
  const save = useSaveMail();
  const put = (change: Partial<WantedMail>) => setWanted((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const named = ['/server', '/port', '/security', '/user', '/sender', '/address', '/quiet/from', '/quiet/to'].some(field);
  const hour = (name: 'from' | 'to') => (
    <Select label={t[name]} w={120} allowDeselect={false} data={hours} value={String(wanted.quiet[name])} onChange={(value) => put({ quiet: { ...wanted.quiet, [name]: Number(value) } })} error={field(`/quiet/${name}`)} />
  );
  return (
    <form
      className="k-stack"
      noValidate // the server says what is wrong, in words
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...wanted, version }, { onSuccess: () => say(t.saved, { tone: 'good' }) });
      }}
    >
      <div className="k-half">
        <section className="k-card k-stack-s">
          <h2>{t.how}</h2>
          <TextInput label={t.server} description={t.serverHelp} value={wanted.server} onChange={(event) => put({ server: event.currentTarget.value })} error={field('/server')} />
          <div>
            <div id="mail-security" style={{ fontSize: 13, fontWeight: 600, marginBottom: 4 }}>{t.security}</div>
            <SegmentedControl aria-labelledby="mail-security" value={wanted.security} onChange={(value) => put({ security: value as WantedMail['security'], port: usualPorts[value as WantedMail['security']] })} data={[{ value: 'starttls', label: 'STARTTLS' }, { value: 'tls', label: 'TLS' }, { value: 'none', label: t.none }]} />
            {field('/security') && <p className="k-s" role="alert" style={{ color: 'var(--plum)' }}>{field('/security')}</p>}
          </div>
          <NumberInput label={t.port} w={126} min={1} max={65535} hideControls value={wanted.port} onChange={(value) => put({ port: Number(value) })} error={field('/port')} />
          <TextInput label={t.user} description={t.userHelp} autoComplete="off" value={wanted.user} onChange={(event) => put({ user: event.currentTarget.value })} error={field('/user')} />
          <div className="k-fact"><span>{t.password}</span><span><span className="k-tag" data-tone={status.password ? 'good' : wanted.user ? 'bad' : undefined}>{status.password ? t.passwordSet : t.passwordMissing}</span></span></div>
          <p className="k-s k-mut">{t.passwordHelp}</p>
        </section>
        <div className="k-stack">
          <section className="k-card k-stack-s">
            <h2>{t.inside}</h2>
            <TextInput type="email" label={t.sender} description={t.senderHelp} value={wanted.sender} onChange={(event) => put({ sender: event.currentTarget.value })} error={field('/sender')} />
            <TextInput type="url" label={t.address} description={t.addressHelp} value={wanted.address} onChange={(event) => put({ address: event.currentTarget.value })} error={field('/address')} />
          </section>
          <section className="k-card k-stack-s">
            <h2>{t.quiet}</h2>
            <p className="k-s k-mut">{t.quietHelp}</p>
            <div className="k-row">{hour('from')}{hour('to')}</div>
            <Checkbox label={t.weekends} checked={wanted.quiet.weekends} onChange={(event) => put({ quiet: { ...wanted.quiet, weekends: event.currentTarget.checked } })} />
          </section>
        </div>
      </div>
      {!named && <Refused error={save.error} />}
      <div><Button type="submit" loading={save.isPending}>{t.save}</Button></div>
    </form>
  );
}
