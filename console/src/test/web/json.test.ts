import { LosslessNumber } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { approximate, read, write } from '../../main/web/api/json';

describe('JSON', () => {
  it('keeps every digit of a number that JavaScript cannot hold', () => {
    const table = read<{ rows: unknown[][] }>('{"rows":[[12345678901234567.89, 80373.25, null]]}');

    expect(String(table.rows[0]?.[0])).toBe('12345678901234567.89');
    expect(table.rows[0]?.[1]).toBe(80373.25);
    expect(table.rows[0]?.[2]).toBeNull();
  });

  it('sends back the digits that came', () => {
    expect(write(read('{"value":0.12345678901234567890123}'))).toBe('{"value":0.12345678901234567890123}');
  });

  it('makes plain numbers for a drawing, at any depth', () => {
    expect(approximate({ data: { values: [{ value: new LosslessNumber('12345678901234567.89') }] } })).toEqual({
      data: { values: [{ value: 12345678901234568 }] },
    });
  });
});
