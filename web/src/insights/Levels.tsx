// Skills with a level each: what a role would require, what those who come can do.
import { ActionIcon, Button, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StatedLevel } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { SkillPicker } from '../ui/pickers';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

const usual = 3;

export function Levels({ label, help, rows, least, onChange, children }: { label: string; help: string; rows: StatedLevel[]; least: number; onChange: (rows: StatedLevel[]) => void; children?: ReactNode }) {
  const t = useTexts(whatIf);
  const without = new Set(rows.map((row) => row.skill));
  const put = (at: number, part: Partial<StatedLevel>) => onChange(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.levels}>
      <legend>{label}</legend>
      <p className="k-s k-faint">{help}</p>
      {rows.map((row, at) => (
        <div key={row.skill} className={styles.level}>
          <SkillPicker aria-label={t.skill} required value={row.skill} without={new Set([...without].filter((skill) => skill !== row.skill))} onChange={(skill) => skill && put(at, { skill })} />
          <NumberInput aria-label={t.levelOf} allowDecimal={false} min={least} max={7} value={row.level} onChange={(level) => put(at, { level: Number(level) || least })} />
          <ActionIcon variant="subtle" color="gray" aria-label={t.dropLevel} onClick={() => onChange(rows.filter((_, i) => i !== at))}><Icon name="close" size={14} /></ActionIcon>
        </div>
      ))}
      <div className="k-row">
        <SkillPicker aria-label={t.addSkill} placeholder={t.addSkill} value={null} without={without} onChange={(skill) => skill && onChange([...rows, { skill, level: usual }])} />
        {children}
        {rows.length > 0 && <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange([])}>{t.noLevels}</Button>}
      </div>
    </fieldset>
  );
}
