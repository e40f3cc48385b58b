// Short words that something was done, with a way back instead of a question beforehand. Read out politely.
import { useSyncExternalStore } from 'react';
import { texts, useTexts } from './i18n';
import { Icon } from './icons';
import styles from './toast.module.css';
import { words } from './words';

interface Toast {
  id: number;
  text: string;
  tone?: 'good' | 'bad';
  undo?: () => void;
}

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};
const drop = (id: number) => set(toasts.filter((toast) => toast.id !== id));

export function say(text: string, more: { tone?: 'good' | 'bad'; undo?: () => void } = {}) {
  const id = ++last;
  set([...toasts.slice(-2), { id, text, ...more }]);
  setTimeout(() => drop(id), more.undo ? 8000 : 4500);
}

const t9 = texts({ sv: { messages: 'Meddelanden' }, en: { messages: 'Messages' } });

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  const t = useTexts(words);
  const m = useTexts(t9);
  return (
    <div className={`${styles.all} k-no-print`} role="status" aria-live="polite" aria-label={m.messages}>
      {shown.map((toast) => (
        <div key={toast.id} className={styles.one} data-tone={toast.tone}>
          <Icon name={toast.tone === 'bad' ? 'warning' : 'check'} size={16} />
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              onClick={() => {
                toast.undo?.();
                drop(toast.id);
              }}
            >
              {t.undo}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
