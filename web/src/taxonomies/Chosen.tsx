// The file that is handed in: chosen, being sent, being read; and imported, once it is seen what that would change.
import { Button, FileButton } from '@mantine/core';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { words } from '../ui/words';
import { handIn } from './handInTexts';

/** Files that hold a table. */
export const tables = '.csv,.tsv,.txt,.xlsx';

interface Asked {
  file: File | null;
  accept: string;
  /** the server is at it */
  asked: boolean;
  /** what it would change is shown: choosing another is no longer the first thing to do */
  shown: boolean;
  sent: number;
  onChoose: (file: File | null) => void;
}

export function Chosen({ file, accept, asked, shown, sent, onChoose }: Asked) {
  const t = useTexts(handIn);
  const f = useFormats();
  return (
    <>
      <div className="k-row">
        <FileButton onChange={onChoose} accept={accept}>
          {(open) => <Button {...open} variant={shown ? 'default' : 'filled'} leftSection={<Icon name="import" size={16} />} loading={asked}>{t.choose}</Button>}
        </FileButton>
        {file && <span className="k-s k-mut k-clip">{file.name} · {f.bytes(file.size)}</span>}
      </div>
      {asked && <p role="status" className="k-s k-mut">{sent < 1 ? t.sending(f.percent(sent)) : t.reading}</p>}
    </>
  );
}

export function Decide({ asked, onImport, onClose }: { asked: boolean; onImport: () => void; onClose: () => void }) {
  const t = useTexts(handIn);
  const w = useTexts(words);
  return (
    <div className="k-row">
      <Button loading={asked} onClick={onImport}>{t.import}</Button>
      <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
    </div>
  );
}
