// What is larger than its frame: it is a stop for the keyboard, or nobody could scroll it without a mouse.
import type { ReactNode } from 'react';

export const Scrolled = ({ label, className, children }: { label: string; className: string | undefined; children: ReactNode }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll what has the focus
  <div className={className} tabIndex={0} role="region" aria-label={label}>{children}</div>
);
