// A level as a bar: field = level, stroke = requirement, thin line = uncertainty, ribs = what is missing, hatch = unknown.
import { useFormats } from './format';
import { texts, useTexts } from './i18n';
import styles from './LevelBar.module.css';

const t9 = texts({
  sv: {
    level: (level: string, max: number) => `nivå ${level} av ${max}`,
    plusMinus: (u: string) => `plus minus ${u}`,
    need: (r: string) => `krav ${r}`,
    unknown: 'nivån är okänd, inte bedömd',
  },
  en: {
    level: (level: string, max: number) => `level ${level} of ${max}`,
    plusMinus: (u: string) => `plus or minus ${u}`,
    need: (r: string) => `requirement ${r}`,
    unknown: 'the level is unknown, not assessed',
  },
});

export interface Level {
  level?: number | null;
  uncertainty?: number | null;
  required?: number | null;
  max: number;
}

/** Where the parts of the bar lie, in percent of its width; kept inside the bar whatever the numbers. */
export function barParts({ level, uncertainty, required, max }: Level) {
  const at = (value: number) => Math.min(100, Math.max(0, (value / max) * 100));
  const known = level !== null && level !== undefined;
  return {
    known,
    have: known ? at(level) : 0,
    doubt: known && uncertainty ? ([at(level - uncertainty), at(level + uncertainty)] as const) : null,
    short: known && required != null && level < required ? ([at(level), at(required)] as const) : null,
    need: required != null ? at(required) : null,
  };
}

/** A requirement alone, with no level held against it. */
export function NeedBar({ required, max }: { required: number; max: number }) {
  const t = useTexts(t9);
  const f = useFormats();
  const { need } = barParts({ required, max });
  return (
    <div role="img" aria-label={t.need(f.number(required))} className={styles.track}>
      <div className={styles.asked} style={{ width: `${need}%` }} />
      <div className={styles.need} style={{ left: `calc(${need}% - 1.5px)` }} />
    </div>
  );
}

export function LevelBar({ thin, ...value }: Level & { thin?: boolean }) {
  const t = useTexts(t9);
  const f = useFormats();
  const part = barParts(value);
  const said = [
    value.level == null ? t.unknown : t.level(f.level(value.level), value.max),
    value.level != null && value.uncertainty ? t.plusMinus(f.level(value.uncertainty)) : '',
    value.required != null ? t.need(f.number(value.required)) : '',
  ].filter(Boolean).join(', ');
  return (
    <div role="img" aria-label={said} className={`${styles.track} ${thin ? styles.thin : ''} ${part.known ? '' : styles.unknown}`}>
      {part.known && <div className={styles.have} style={{ width: `${part.have}%` }} />}
      {part.short && <div className={styles.short} style={{ left: `${part.short[0]}%`, width: `${part.short[1] - part.short[0]}%` }} />}
      {part.doubt && <div className={styles.doubt} style={{ left: `${part.doubt[0]}%`, width: `${part.doubt[1] - part.doubt[0]}%` }} />}
      {part.need !== null && <div className={styles.need} style={{ left: `calc(${part.need}% - 1.5px)` }} />}
    </div>
  );
}
