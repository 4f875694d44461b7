import { useSignal } from '@preact/signals';
import type { Cell, Column, Exact, Figure, Table } from '../api/types';
import { directionOf } from '../catalogue/store';
import { Icon } from '../ui/Icon';
import { compareCells, digits, formatOf, NONE } from '../ui/numbers';
import type { Format } from '../ui/numbers';
import { count, day } from '../ui/words';
import type { Around } from './around';

/** More rows are shown when they are asked for. */
const FIRST_ROWS = 25;

interface Sort {
  column: number;
  descending: boolean;
}

interface Props {
  table: Table;
  pointed: Figure | null;
  caption: string;
  turnKey: number;
  said: Around;
}

/** The rows of an answer: exact, aligned, sortable by any column. */
export function DataTable({ table, pointed, caption, turnKey, said }: Props) {
  const sort = useSignal<Sort | null>(null);
  const all = useSignal(false);
  const formats = table.columns.map((column, at) => formatFor(column, at, table));
  const order = sorted(table, sort.value);
  const shown = all.value ? order : order.slice(0, FIRST_ROWS);

  const sortBy = (column: number) => {
    const now = sort.value;
    const numbers = table.columns[column]?.type === 'number';
    sort.value =
      now?.column !== column ? { column, descending: numbers } : now.descending === numbers ? { column, descending: !numbers } : null;
  };

  return (
    <div class="table-frame">
      <div class="table-scroll" tabIndex={0} role="region" aria-label={`${said.table}: ${caption}`}>
        <table>
          <caption class="hidden">{caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column, at) => (
                <th key={column.id} scope="col" class={column.type} aria-sort={ariaSort(sort.value, at)}>
                  <button type="button" onClick={() => sortBy(at)}>
                    {column.label}
                    {sort.value?.column === at && (
                      <span class="sort-sign" aria-hidden="true">
                        {sort.value.descending ? '↓' : '↑'}
                      </span>
                    )}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row} cells={table.rows[row] ?? []} table={table} formats={formats} pointed={pointed?.row === row ? pointed.column : undefined} />
            ))}
          </tbody>
          {table.totals !== undefined && (
            <tfoot>
              <Row cells={table.totals} table={table} formats={formats} pointed={pointed !== null && pointed.row === undefined ? pointed.column : undefined} totals={said.total} />
            </tfoot>
          )}
        </table>
      </div>
      {order.length > FIRST_ROWS && (
        <button type="button" class="more" aria-expanded={all.value} aria-controls={`turn-${turnKey}`} onClick={() => (all.value = !all.value)}>
          <Icon name="chevron" /> {all.value ? said.showFirst(FIRST_ROWS.toString()) : said.showAll(count(order.length, said.row, said.rows))}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  cells: Cell[];
  table: Table;
  formats: Format[];
  pointed: string | undefined;
  /** What the row of totals is called; no row of totals without. */
  totals?: string;
}

function Row({ cells, table, formats, pointed, totals }: RowProps) {
  return (
    <tr>
      {table.columns.map((column, at) => {
        const cell = cells[at] ?? null;
        const text = totals !== undefined && at === 0 && cell === null ? totals : cellText(cell, column, formats[at]);
        return (
          <td
            key={column.id}
            class={[column.type, pointed === column.id ? 'pointed' : '', tone(column, cell)].join(' ').trim()}
            {...(column.type === 'number' && cell !== null ? { title: digits(cell as Exact) } : {})}
          >
            {text}
          </td>
        );
      })}
    </tr>
  );
}

function formatFor(column: Column, at: number, table: Table): Format {
  const cells = [...table.rows.map((row) => row[at] ?? null), table.totals?.[at] ?? null];
  return column.type === 'number' ? formatOf(column.unit, cells as (Exact | null)[]) : () => '';
}

function cellText(cell: Cell, column: Column, format: Format | undefined): string {
  if (cell === null) {
    return NONE;
  }
  switch (column.type) {
    case 'number':
      return format?.(cell as Exact) ?? digits(cell as Exact);
    case 'date':
      return day(String(cell));
    case 'text':
      return String(cell);
  }
}

/** Whether a change is good news, by the direction of its metric. */
function tone(column: Column, cell: Cell): string {
  const metric = /^(\w+)\.change(_pct)?$/.exec(column.id)?.[1];
  const good = metric === undefined ? 'neutral' : directionOf(metric);
  const value = Number(cell === null ? 0 : cell.toString());
  if (good === 'neutral' || value === 0) {
    return '';
  }
  return value > 0 === (good === 'up') ? 'good' : 'bad';
}

function sorted(table: Table, sort: Sort | null): number[] {
  const order = table.rows.map((_, row) => row);
  const column = sort === null ? undefined : table.columns[sort.column];
  return sort === null || column === undefined
    ? order
    : order.sort((left, right) =>
        compareCells(table.rows[left]?.[sort.column] ?? null, table.rows[right]?.[sort.column] ?? null, column, sort.descending),
      );
}

function ariaSort(sort: Sort | null, column: number): 'ascending' | 'descending' | 'none' {
  return sort?.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending';
}
