import { describe, expect, it, vi } from 'vitest';
import { around, languageOf } from '../../main/web/answer/around';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
const { calculationInHindi, compareInHindi, filterInHindi, periodInHindi, rowsInHindi } = await import(
  '../../main/web/reading/hindiWords'
);

const FILLED = ['1', '2'];

function sentences(part: unknown): string[] {
  if (typeof part === 'function') {
    return [(part as (...values: string[]) => string)(...FILLED)];
  }
  return typeof part === 'string' ? [part] : Object.values(part ?? {}).flatMap(sentences);
}

describe('what stands around an answer', () => {
  it('is in the language that the answer says, or in that of its letters', () => {
    expect(languageOf({ lang: 'hi', text: 'ROAS: 3.1' })).toBe('hi');
    expect(languageOf({ text: 'शुद्ध बिक्री: ₹300।' })).toBe('hi');
    expect(languageOf({ text: 'Net sales were ₹300.' })).toBe('en');
  });

  it('has no Latin word in Hindi', () => {
    const latin = sentences(around('hi')).filter((sentence) => /[A-Za-z]{2,}/.test(sentence));

    expect(latin).toEqual([]);
  });

  it('says the parts of a task in Hindi', () => {
    expect(periodInHindi({ range: 'last_28_days', grain: 'week' })).toBe('पिछले 28 दिन, सप्ताह के अनुसार');
    expect(periodInHindi({ start: '2025-10-01', end: '2025-10-31' })).toBe('1 अक्टूबर 2025 – 31 अक्टूबर 2025');
    expect(compareInHindi({ kind: 'previous_year' })).toBe('पिछला साल');
    expect(filterInHindi({ field: 'acos', op: 'in', value: ['a', 'b'] })).toBe('acos इनमें से: a, b');
    expect(calculationInHindi({ kind: 'moving_average', window: 7 })).toBe('गतिमान औसत 7 का');
    expect(rowsInHindi({ metrics: ['spend'], limit: 5, order_by: [{ field: 'spend', direction: 'desc' }] })).toBe(
      'पहली 5, सबसे ज़्यादा spend पहले',
    );
  });
});
