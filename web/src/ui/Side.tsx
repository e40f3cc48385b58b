// A panel from the side for what belongs to the page beneath: an explanation, a form. Escape closes it.
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './i18n';
import { words } from './words';

export function Side({ title, open, onClose, children, size }: { title: ReactNode; open: boolean; onClose: () => void; children: ReactNode; size?: number | string }) {
  const t = useTexts(words);
  return (
    <Drawer opened={open} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t.close }} styles={{ title: { fontWeight: 650, fontSize: 17, letterSpacing: '-0.012em' }, body: { paddingBottom: 32 } }}>
      {open && children}
    </Drawer>
  );
}

/** The same from below, for a phone: the page stays in sight above it. */
export const Below = ({ title, label, onClose, children }: { title: string; label: string; onClose: () => void; children: ReactNode }) => (
  <Drawer opened onClose={onClose} position="bottom" size="75%" title={<span className="k-unseen">{title}</span>} closeButtonProps={{ 'aria-label': label }}>
    {children}
  </Drawer>
);
