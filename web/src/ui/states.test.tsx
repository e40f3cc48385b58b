// @vitest-environment jsdom
// Refusals in words: the server's own when it gave any, a remedy of ours when it could not.
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../api/client';
import { LanguageProvider } from './i18n';
import { Answered } from './states';

afterEach(cleanup);

const refused = (status: number, detail = '', trace?: string) => new Refusal({ type: 'about:blank', title: 'Titel', status, detail, code: 'x', trace });
const show = (asked: { data?: string; error?: unknown; isPending?: boolean; refetch?: () => void }) =>
  render(
    <MantineProvider>
      <LanguageProvider language="sv">
        <Answered asked={{ data: asked.data, error: asked.error, isPending: !!asked.isPending, refetch: asked.refetch ?? (() => undefined) }}>{(data) => <p>{data}</p>}</Answered>
      </LanguageProvider>
    </MantineProvider>,
  );

describe('a question to the server', () => {
  it('shows a skeleton that says it is loading while it waits', () => {
    show({ isPending: true });
    expect(screen.getByRole('status').getAttribute('aria-label')).toBe('Hämtar …');
  });
  it('shows the answer when it has come, even if a later question failed', () => {
    show({ data: 'svar', error: refused(500) });
    expect(screen.getByText('svar')).toBeTruthy();
  });
  it('says in the server’s words what was refused', () => {
    show({ error: refused(422, 'Dagen ligger i framtiden.') });
    expect(screen.getByRole('alert').textContent).toContain('Dagen ligger i framtiden.');
  });
  it('says that one may not see, without offering to try again', () => {
    show({ error: refused(403) });
    expect(screen.getByRole('alert').textContent).toContain('Det här får du inte se');
    expect(screen.queryByRole('button')).toBeNull();
  });
  it('gives the trace number when something broke, and a way to try again', () => {
    const refetch = vi.fn();
    show({ error: refused(500, 'internt', 'abc123'), refetch });
    expect(screen.getByRole('alert').textContent).toContain('abc123');
    expect(screen.getByRole('alert').textContent).not.toContain('internt');
    screen.getByRole('button').click();
    expect(refetch).toHaveBeenCalledOnce();
  });
  it('tells a server that does not answer from one that refuses', () => {
    show({ error: refused(0) });
    expect(screen.getByRole('alert').textContent).toContain('Servern svarar inte');
  });
});
