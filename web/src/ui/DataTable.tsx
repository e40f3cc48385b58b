// Tables of rows: sorted in the browser when all rows are here, by the server when they are not; the rest is markup.
import { flexRender, getCoreRowModel, getSortedRowModel, useReactTable, type ColumnDef, type SortingState } from '@tanstack/react-table';
import { useState, type ReactNode } from 'react';
import styles from './DataTable.module.css';
import { Icon } from './icons';
import { Scrolled } from './Scrolled';

declare module '@tanstack/react-table' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData, TValue> {
    /** numbers align right */
    numeric?: boolean;
    /** left out on a phone */
    wide?: boolean;
    width?: number | string;
  }
}

export type Columns<T> = ColumnDef<T, unknown>[];

interface Props<T> {
  label: string;
  rows: T[];
  columns: Columns<T>;
  rowKey: (row: T) => string | number;
  /** Marks the row that is open beside the table. */
  selected?: (row: T) => boolean;
  onRow?: (row: T) => void;
  /** false: the server has sorted, headers are plain. */
  sortable?: boolean;
  first?: SortingState;
  empty?: ReactNode;
  below?: ReactNode;
}

export function DataTable<T>({ label, rows, columns, rowKey, selected, onRow, sortable = true, first = [], empty, below }: Props<T>) {
  const [sorting, setSorting] = useState<SortingState>(first);
  const table = useReactTable({
    data: rows,
    columns,
    state: { sorting },
    onSortingChange: setSorting,
    enableSorting: sortable,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: sortable ? getSortedRowModel() : undefined,
    getRowId: (row) => String(rowKey(row)),
  });
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <Scrolled className={styles.scroll} label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const meta = header.column.columnDef.meta;
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-numeric={meta?.numeric}
                    data-wide={meta?.wide}
                    style={{ width: meta?.width }}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <button type="button" onClick={header.column.getToggleSortingHandler()}>
                        {flexRender(header.column.columnDef.header, header.getContext())}
                        <span className={styles.arrow} data-on={!!sorted}>
                          <Icon name={sorted === 'asc' ? 'up' : 'down'} size={12} />
                        </span>
                      </button>
                    ) : (
                      flexRender(header.column.columnDef.header, header.getContext())
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            // The row is a larger target for the link or button inside it, which keyboards use.
             
            <tr
              key={row.id}
              data-open={selected?.(row.original) || undefined}
              data-presses={onRow ? true : undefined}
              onClick={
                onRow &&
                ((event) => {
                  if ((event.target as HTMLElement).closest('a,button,input,label')) return;
                  if (window.getSelection()?.toString()) return;
                  onRow(row.original);
                })
              }
            >
              {row.getVisibleCells().map((cell) => {
                const meta = cell.column.columnDef.meta;
                return (
                  <td key={cell.id} data-numeric={meta?.numeric} data-wide={meta?.wide}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {below}
    </Scrolled>
  );
}
