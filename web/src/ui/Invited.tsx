// What became of an invitation: it goes by e-mail, or here is the link to hand over.
import { Button } from '@mantine/core';
import type { Invitation, Mail } from '../api/types';
import { useFormats } from './format';
import { useTexts } from './i18n';
import { invited } from './invitedTexts';
import { Secret } from './Secret';
import { Refused } from './states';

interface ByHand {
  data?: Invitation;
  error: unknown;
  isPending: boolean;
  ask: () => void;
}

// byHand: asks for a link in place of the letter.
export function Invited({ made, byHand }: { made: Invitation; byHand: ByHand }) {
  const t = useTexts(invited);
  const { invitation, mailed_to } = byHand.data ?? made;
  if (invitation) return <Secret label={t.ready} help={t.readyHelp} value={location.origin + invitation} />;
  return (
    <div className="k-stack-s" role="status">
      <p style={{ fontWeight: 550, overflowWrap: 'anywhere' }}>{t.mailed(mailed_to ?? '')}</p>
      <p className="k-s k-mut">{t.mailedHelp}</p>
      <Refused error={byHand.error} />
      <div><Button variant="default" loading={byHand.isPending} onClick={byHand.ask}>{t.byHand}</Button></div>
      <p className="k-s k-mut">{t.byHandHelp}</p>
    </div>
  );
}

// How the letter fares, to whoever sent it.
export function InvitationLetter({ letter }: { letter: Mail }) {
  const t = useTexts(invited);
  const f = useFormats();
  if (letter.state === 'dropped') return null;
  if (letter.state === 'waiting') return <p className="k-s k-mut">{t.letterWaiting}{letter.problem && ` ${letter.problem}`}</p>;
  if (letter.state === 'sent') return <p className="k-s k-mut">{t.letterSent(f.instant(letter.finished ?? letter.created))}</p>;
  return (
    <div role="alert" className="k-s">
      <p style={{ color: 'var(--k-bad-ink)' }}>{letter.problem} {t.letterFailed}</p>
      {letter.answer && <code style={{ overflowWrap: 'anywhere' }}>{letter.answer}</code>}
    </div>
  );
}
