// A button that asks HR why before more is shown than sums.
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { ReasonGate } from '../ui/ReasonGate';

export function ReasonMenu({ label, help, onReason }: { label: string; help: string; onReason: (reason: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus opened={open} onChange={setOpen}>
      <Popover.Target><Button variant="default" onClick={() => setOpen((now) => !now)}>{label}</Button></Popover.Target>
      <Popover.Dropdown p={14} aria-label={label}><ReasonGate small help={help} onReason={onReason} /></Popover.Dropdown>
    </Popover>
  );
}
