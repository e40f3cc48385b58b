// A job description, pasted or from a file, becomes a draft of a role: the text with its marked words beside the proposals.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { TextDraft } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Empty } from '../ui/states';
import { useTextDraft } from './api';
import { DraftEditor, type Line } from './DraftEditor';
import styles from './Drafts.module.css';
import { keyOf, MarkedText } from './MarkedText';
import { TextForm } from './TextForm';
import { drafts } from './texts';
import { useWhy } from './useWhy';

// As the rule on the page says.
const chosenFrom = 0.5;

function Review({ text, draft }: { text: string; draft: TextDraft }) {
  const t = useTexts(drafts);
  const why = useWhy();
  const lines: Line[] = draft.lines.map((line) => ({
    key: keyOf(line), concept: line.concept?.id, skill: line.skill ?? undefined, name: line.name, level: line.level, importance: line.importance, must: line.must, kept: line.confidence >= chosenFrom, why: why(line),
  }));
  if (lines.length === 0)
    return <div className="k-card"><Empty icon="search" title={t.nothingFound} action={<Button component={Link} to={to.roles}>{t.toRoles}</Button>}>{t.nothingFoundHelp}</Empty></div>;
  return (
    <div className={styles.review}>
      <section className="k-card">
        <h2>{t.text} <span className="k-faint">{t.found(lines.length)}</span></h2>
        <MarkedText text={text} lines={draft.lines} />
      </section>
      <DraftEditor name={{ sv: '', en: '', [draft.language]: draft.title }} description={{ sv: '', en: '' }} lines={lines} rule={draft.rule} attribution={draft.attribution} />
    </div>
  );
}

export function TextDraftPage() {
  const t = useTexts(drafts);
  const actor = useActor();
  const draft = useTextDraft();
  if (draft.data)
    return (
      <Page title={t.textTitle} crumb={t.crumb(t.source)} actions={<Button variant="default" onClick={() => draft.reset()}>{t.again}</Button>}>
        <Review text={draft.variables} draft={draft.data} />
      </Page>
    );
  return (
    <Page title={t.textTitle} crumb={t.textCrumb}>
      <TextForm label={t.textLabel} draft={draft} back={to.roles} />
      {can(actor, 'view_catalogue') && <p className="k-s"><Link to={to.occupations}>{t.fromOccupation}</Link></p>}
    </Page>
  );
}
