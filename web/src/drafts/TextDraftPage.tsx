// A job description, pasted or from a file, becomes a draft of a role: the text with its marked words beside the proposals.
import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TextDraft } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Bones, Empty, Refused } from '../ui/states';
import { words } from '../ui/words';
import { useDocument, useTextDraft } from './api';
import { DraftEditor, type Line } from './DraftEditor';
import styles from './Drafts.module.css';
import { keyOf, MarkedText } from './MarkedText';
import { drafts } from './texts';

const readable = '.txt,.docx,.pdf,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function Review({ text, draft }: { text: string; draft: TextDraft }) {
  const t = useTexts(drafts);
  const f = useFormats();
  const lines: Line[] = draft.lines.map((line) => ({
    key: keyOf(line), concept: line.concept?.id, skill: line.skill ?? undefined, name: line.name, level: line.level, importance: line.importance, must: line.must, kept: true,
    why: [[...new Set(line.places.map((place) => t.saidAs(place.words)))].join(', '), t.probability(f.percent(line.confidence)), line.level_reason].join(' · '),
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
  const w = useTexts(words);
  const [text, setText] = useState('');
  const draft = useTextDraft();
  const reading = useDocument();
  const read = (file: File | null) => file && reading.mutate(file, { onSuccess: (answered) => setText(answered.text) });
  if (draft.data)
    return (
      <Page title={t.textTitle} crumb={t.crumb(t.source)} actions={<Button variant="default" onClick={() => draft.reset()}>{t.again}</Button>}>
        <Review text={draft.variables} draft={draft.data} />
      </Page>
    );
  return (
    <Page title={t.textTitle} crumb={t.textCrumb}>
      <form
        className="k-card k-stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          draft.mutate(text);
        }}
      >
        <Textarea label={t.textLabel} description={t.textHelp} autosize minRows={12} maxRows={24} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {(draft.isPending || reading.isPending) && <Bones rows={3} />}
        {reading.isPending && <p className="k-s k-mut" role="status">{t.reading}</p>}
        <Refused error={reading.error ?? draft.error} />
        <div className="k-row">
          <Button type="submit" loading={draft.isPending} disabled={!text.trim()}>{t.find}</Button>
          <FileButton onChange={read} accept={readable}>{(props) => <Button {...props} variant="default" loading={reading.isPending} leftSection={<Icon name="file" size={15} />}>{t.file}</Button>}</FileButton>
          <Button variant="subtle" color="gray" component={Link} to={to.roles}>{w.cancel}</Button>
        </div>
      </form>
    </Page>
  );
}
