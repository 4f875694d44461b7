import Big from 'big.js';
import { LosslessNumber } from 'lossless-json';
import type { Filter, Operator } from '../api/types';

/** A condition as it is written into a form. */
export interface FilterText {
  field: string;
  op: Operator;
  value: string;
}

export function writeFilter(filter: Filter): FilterText {
  const value = filter.value == null ? '' : Array.isArray(filter.value) ? filter.value.join(', ') : filter.value.toString();
  return { field: filter.field, op: filter.op, value };
}

/**
 * What was written, as a condition.
 *
 * @returns the condition, or a sentence that says what is wrong with it
 */
export function readFilter(text: FilterText, onMetric: boolean): Filter | string {
  const { field, op } = text;
  const value = text.value.trim();
  if (op === 'is_null') {
    return { field, op };
  }
  if (value === '') {
    return 'Give a value to compare with.';
  }
  if (onMetric) {
    const number = readNumber(value);
    return number === null ? `“${value}” is no number.` : { field, op, value: number };
  }
  if (op === 'in' || op === 'not_in') {
    return { field, op, value: value.split(',').map((part) => part.trim()).filter((part) => part !== '') };
  }
  return { field, op, value };
}

const LAKH: Record<string, string> = { lakh: '100000', l: '100000', crore: '10000000', cr: '10000000', k: '1000' };

/** "₹1,20,000", "40 %", "2.5 lakh"; exact, since "40.1 %" is 0.401 and not nearly so. */
export function readNumber(text: string): LosslessNumber | null {
  const [, digits, unit] = /^₹?\s*(-?[\d,]*\.?\d+)\s*(%|lakh|l|crore|cr|k)?$/i.exec(text) ?? [];
  if (digits === undefined) {
    return null;
  }
  const number = new Big(digits.replaceAll(',', ''));
  const scaled = unit === undefined ? number : unit === '%' ? number.div(100) : number.times(LAKH[unit.toLowerCase()] ?? '1');
  return new LosslessNumber(scaled.toFixed());
}
