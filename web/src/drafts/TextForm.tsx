// A text, pasted or read from a file, to find skills in.
import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Bones, Refused } from '../ui/states';
import { words } from '../ui/words';
import { useDocument, type useTextDraft } from './api';
import { drafts } from './texts';

const readable = '.txt,.docx,.pdf,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function TextForm({ label, draft, back }: { label: string; draft: ReturnType<typeof useTextDraft>; back: string }) {
  const t = useTexts(drafts);
  const w = useTexts(words);
  // What was asked about last stands there when one comes back to change it.
  const [text, setText] = useState(draft.variables ?? '');
  const reading = useDocument();
  const read = (file: File | null) => file && reading.mutate(file, { onSuccess: (answered) => setText(answered.text) });
  return (
    <form
      className="k-card k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        draft.mutate(text);
      }}
    >
      <Textarea label={label} description={t.textHelp} autosize minRows={12} maxRows={24} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {(draft.isPending || reading.isPending) && <Bones rows={3} />}
      {reading.isPending && <p className="k-s k-mut" role="status">{t.reading}</p>}
      <Refused error={reading.error ?? draft.error} />
      <div className="k-row">
        <Button type="submit" loading={draft.isPending} disabled={!text.trim()}>{t.find}</Button>
        <FileButton onChange={read} accept={readable}>{(props) => <Button {...props} variant="default" loading={reading.isPending} leftSection={<Icon name="file" size={15} />}>{t.file}</Button>}</FileButton>
        <Button variant="subtle" color="gray" component={Link} to={back}>{w.cancel}</Button>
      </div>
    </form>
  );
}
