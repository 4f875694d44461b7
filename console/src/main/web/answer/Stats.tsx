import type { Exact, Figure, Table } from '../api/types';
import { digits, written } from '../ui/numbers';

const MOST = 4;

/** Whether a table is a few single numbers, which need no rows to be read. */
export function isFewNumbers(table: Table): boolean {
  return table.rows.length === 1 && table.columns.length <= MOST && table.columns.every((column) => column.type === 'number');
}

/** Single numbers, large. */
export function Stats({ table, pointed }: { table: Table; pointed: Figure | null }) {
  return (
    <dl class="stats">
      {table.columns.map((column, at) => {
        const value = (table.rows[0]?.[at] ?? null) as Exact | null;
        return (
          <div key={column.id} class={pointed?.column === column.id ? 'stat pointed' : 'stat'}>
            <dt>{column.label}</dt>
            <dd {...(value === null ? {} : { title: digits(value) })}>{written(value, column.unit)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
