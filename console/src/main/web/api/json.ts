import { isLosslessNumber, isSafeNumber, LosslessNumber, parse, stringify } from 'lossless-json';

// A browser's own parser turns 12345678901234567.89 into another number without a word.
const number = (digits: string) => (isSafeNumber(digits) ? Number(digits) : new LosslessNumber(digits));

/** Reads JSON without losing a digit: a number that is no plain number of JavaScript keeps its text. */
// The one place where a shape is taken on trust: what is read comes from the gateway of this very page.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function read<T>(text: string): T {
  return parse(text, null, number) as T;
}

/** Writes JSON; numbers that kept their text are written as they came. */
export function write(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** The same value with every number a plain one: for drawing, where a pixel is all that a digit can move. */
export function approximate(value: unknown): unknown {
  if (isLosslessNumber(value)) {
    return Number(value.toString());
  }
  if (Array.isArray(value)) {
    return value.map(approximate);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, approximate(part)]));
  }
  return value;
}
