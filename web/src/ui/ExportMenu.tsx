// The ways out of a page: plain downloads, so they work like any link, and what only the browser can make.
import { Button, Menu } from '@mantine/core';
import { download, type Query } from '../api/client';
import { useTexts } from './i18n';
import { Icon } from './icons';
import { words } from './words';

export interface Way {
  label: string;
  href?: string;
  /** What the file is called when the server does not say. */
  file?: string;
  onClick?: () => void;
}

/** CSV and XLSX of an export address, with the filters of the page. */
export function useTableWays(path: string, query: Query = {}): Way[] {
  const t = useTexts(words);
  return [
    { label: t.exportCsv, href: download(path, { ...query, format: 'csv' }) },
    { label: t.exportXlsx, href: download(path, { ...query, format: 'xlsx' }) },
  ];
}

export function ExportMenu({ ways }: { ways: Way[] }) {
  const t = useTexts(words);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="export" size={16} />}>
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map((way) =>
          way.href ? (
            <Menu.Item key={way.label} component="a" href={way.href} download={way.file ?? true}>
              {way.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={way.label} onClick={way.onClick}>
              {way.label}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
