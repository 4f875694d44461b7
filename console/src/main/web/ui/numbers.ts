import Big from 'big.js';
import type { Cell, Column, Exact } from '../api/types';

/** Shown where there is no number: a division by nothing, a row that a source does not have. */
export const NONE = '–';

const ENOUGH = 2;
const THOUSANDTH_OF_TEN = '0.01';

type Kind = 'rupees' | 'money' | 'percent' | 'ratio' | 'plain';

function kindOf(unit: string | undefined): Kind {
  if (unit === 'INR') {
    return 'rupees';
  }
  if (unit === 'percent' || unit === 'ratio') {
    return unit;
  }
  return unit !== undefined && /^[A-Z]{3}$/.test(unit) ? 'money' : 'plain';
}

/** How the numbers of one column are written, so that they stand under one another; rounding is for the eye alone. */
export type Format = (value: Exact | null) => string;

/** @param values all that will be written, on which the number of decimals depends */
export function formatOf(unit: string | undefined, values: readonly (Exact | null)[]): Format {
  const kind = kindOf(unit);
  const decimals = decimalsOf(
    kind,
    values.filter((value) => value !== null).map((value) => new Big(value.toString())),
  );
  const style = new Intl.NumberFormat(kind === 'money' ? 'en-US' : 'en-IN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...(kind === 'percent' ? { style: 'percent' } : {}),
    ...(kind === 'rupees' || kind === 'money' ? { style: 'currency', currency: unit ?? 'INR' } : {}),
  });
  // Given its digits as text, the browser's own formatter rounds the exact decimal, half away from zero.
  return (value) => (value === null ? NONE : style.format(plain(value)));
}

function decimalsOf(kind: Kind, values: Big[]): number {
  switch (kind) {
    case 'ratio':
      return ENOUGH;
    case 'percent':
      // Below one per cent a single decimal would hide most of a click rate.
      return values.some((value) => !value.eq(0) && value.abs().lt(THOUSANDTH_OF_TEN)) ? ENOUGH : 1;
    case 'rupees':
    case 'money':
      // Whole rupees go without paise, if all of them are whole.
      return values.every((value) => value.round(ENOUGH, Big.roundHalfUp).eq(value.round(0))) ? 0 : ENOUGH;
    case 'plain':
      return Math.min(ENOUGH, Math.max(0, ...values.map(scale)));
  }
}

function scale(value: Big): number {
  return value.toFixed().split('.')[1]?.length ?? 0;
}

/** All digits, without an exponent. */
function plain(value: Exact): Intl.StringNumericLiteral {
  return new Big(value.toString()).toFixed() as Intl.StringNumericLiteral;
}

/** Every digit as it came, for a tooltip. */
export function digits(value: Exact): string {
  return plain(value);
}

/** A single number by its unit. */
export function written(value: Exact | null, unit?: string): string {
  return formatOf(unit, [value])(value);
}

/** Orders cells of one column; empty ones come last whichever way it is sorted. */
export function compareCells(left: Cell, right: Cell, column: Column, descending: boolean): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? 1 : -1;
  }
  const order =
    column.type === 'number'
      ? new Big(left.toString()).cmp(new Big(right.toString()))
      : String(left).localeCompare(String(right), 'en-IN', { numeric: true });
  return descending ? -order : order;
}
