// Chooses a level by what people do at it, not by its number alone.
import { useId } from 'react';
import type { Scale, Text } from '../api/types';
import { useLabel } from './i18n';
import styles from './LevelChoice.module.css';

interface Props {
  label: string;
  scale: Scale;
  anchors: { level: number; text: Text }[];
  value: number | null;
  onChange: (level: number) => void;
  error?: string;
}

export function LevelChoice({ label, scale, anchors, value, onChange, error }: Props) {
  const name = useId();
  const text = useLabel();
  return (
    <fieldset className={styles.all}>
      <legend>{label}</legend>
      {scale.levels.map((one) => (
        <label key={one.level} className={styles.one} data-on={value === one.level || undefined}>
          <input type="radio" name={name} checked={value === one.level} onChange={() => onChange(one.level)} />
          <b>{one.level}</b>
          <span>
            <span className={styles.name}>{text(one.name)}</span>
            <span className="k-s k-mut">{text(anchors.find((anchor) => anchor.level === one.level)?.text ?? one.anchor)}</span>
          </span>
        </label>
      ))}
      {error && <div className={styles.error}>{error}</div>}
    </fieldset>
  );
}
