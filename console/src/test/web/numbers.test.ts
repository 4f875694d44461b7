import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { compareCells, digits, formatOf, written } from '../../main/web/ui/numbers';

const exact = (text: string) => new LosslessNumber(text);

describe('numbers', () => {
  it('groups rupees in the Indian way, with every digit', () => {
    expect(written(exact('12345678901234567890.12'), 'INR')).toBe('₹1,23,45,67,89,01,23,45,67,890.12');
    expect(written(80373, 'INR')).toBe('₹80,373');
    expect(written(-4780.5, 'INR')).toBe('-₹4,780.50');
  });

  it('rounds half away from zero, once, of the exact decimal', () => {
    // As doubles these two are 1.00499… and 2.67499…, which would round the other way.
    expect(written(exact('1.005'), 'INR')).toBe('₹1.01');
    expect(written(exact('-2.675'), 'ratio')).toBe('-2.68');
  });

  it('gives all numbers of a column as many decimals as the column needs', () => {
    const column = formatOf('INR', [4780.77, 0, null]);

    expect([4780.77, 0, null].map(column)).toEqual(['₹4,780.77', '₹0.00', '–']);
  });

  it('writes fractions as per cent, finer where they are small', () => {
    expect(written(0.4, 'percent')).toBe('40.0%');
    expect(formatOf('percent', [0.0042, 0.12])(0.0042)).toBe('0.42%');
  });

  it('counts without decimals, and writes other money in its own way', () => {
    expect(written(1234567, 'count')).toBe('12,34,567');
    expect(written(1234567.5, 'USD')).toBe('$1,234,567.50');
  });

  it('tells numbers apart that are one and the same to JavaScript', () => {
    const column = { id: 'net_sales', label: 'Net sales', type: 'number' } as const;
    const smaller = exact('12345678901234567.1');
    const larger = exact('12345678901234567.2');

    expect(compareCells(smaller, larger, column, false)).toBe(-1);
    expect(compareCells(smaller, larger, column, true)).toBe(1);
    expect(digits(larger)).toBe('12345678901234567.2');
  });

  it('puts empty cells last whichever way it is sorted', () => {
    const column = { id: 'roas', label: 'ROAS', type: 'number' } as const;

    expect(compareCells(null, 1, column, false)).toBe(1);
    expect(compareCells(null, 1, column, true)).toBe(1);
  });
});
