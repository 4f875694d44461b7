import { describe, expect, it, vi } from 'vitest';
import type { TaskSpec } from '../../main/web/api/types';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
const edits = await import('../../main/web/reading/edits');
const { readFilter, readNumber } = await import('../../main/web/reading/filterText');
const { taskWords } = await import('../../main/web/reading/taskWords');
const { metrics } = await import('../../main/web/catalogue/store');

const task: TaskSpec = {
  intent: 'analytics.query',
  metrics: ['net_sales', 'spend'],
  group_by: ['product'],
  entities: { geo: ['Delhi'], channel: null },
  time: { start: '2025-10-01', end: '2025-10-31', tz: 'Asia/Kolkata', range: 'last_month', grain: null },
  compare: { kind: 'previous_period', start: '2025-09-01', end: '2025-09-30' },
  filters: [],
  order_by: [{ field: 'net_sales', direction: 'desc' }],
  limit: 5,
  scopes: [{ metrics: ['spend'], entities: { channel: ['SB'] } }],
  calculations: [{ kind: 'share_of_total', metric: 'net_sales' }],
};

describe('edits of a task', () => {
  it('let go with a metric what was ordered, narrowed or worked out by it', () => {
    const changed = edits.withMetrics(task, ['orders']);

    expect(changed).toMatchObject({ metrics: ['orders'], order_by: [], scopes: [], calculations: [] });
  });

  it('group a series by its date, and not any more when the series ends', () => {
    const series = edits.relative(task, 'last_7_days', 'day');
    const whole = edits.relative(series, 'last_7_days', null);

    expect(series.group_by).toEqual(['product', 'date']);
    expect(whole.group_by).toEqual(['product']);
  });

  it('work out the compared days anew when the period changes, but not those that were given', () => {
    const explicit = edits.withCompare(task, { kind: 'explicit', start: '2025-01-01', end: '2025-01-31' });

    expect(edits.relative(task, 'last_week', null).compare).toEqual({ kind: 'previous_period' });
    expect(edits.relative(explicit, 'last_week', null).compare?.start).toBe('2025-01-01');
  });

  it('keep the dates that a relative period was read as, until another one is chosen', () => {
    expect(edits.request(task)['time']).toMatchObject({ start: '2025-10-01', end: '2025-10-31', range: 'last_month' });
    expect(edits.request(edits.relative(task, 'last_week', null))['time']).toEqual({ range: 'last_week', tz: 'Asia/Kolkata' });
  });

  it('lift a restriction when its last value goes', () => {
    expect(edits.withEntity(task, 'geo', []).entities).not.toHaveProperty('geo');
    expect(edits.withEntity(task, 'geo', ['Goa', 'Delhi']).entities?.['geo']).toEqual(['Goa', 'Delhi']);
  });

  it('send nothing that says nothing', () => {
    expect(edits.request(task)).not.toHaveProperty('filters');
    expect(edits.request({ metrics: ['roas'] })).toEqual({ metrics: ['roas'] });
  });
});

describe('conditions', () => {
  it('read numbers as people write them, exactly', () => {
    expect(['40.1 %', '₹1,20,000', '2.5 lakh', '1 crore', '-3'].map((text) => String(readNumber(text)))).toEqual([
      '0.401',
      '120000',
      '250000',
      '10000000',
      '-3',
    ]);
    expect(readNumber('many')).toBeNull();
  });

  it('say what is wrong with them', () => {
    expect(readFilter({ field: 'acos', op: '>', value: '' }, true)).toBe('Give a value to compare with.');
    expect(readFilter({ field: 'acos', op: '>', value: 'much' }, true)).toContain('is no number');
    expect(readFilter({ field: 'geo', op: 'in', value: 'Delhi, Goa' }, false)).toEqual({ field: 'geo', op: 'in', value: ['Delhi', 'Goa'] });
  });
});

describe('the words of a task', () => {
  it('name what it asks for', () => {
    metrics.value = [
      { id: 'net_sales', names: { label: { en: 'Net sales' }, synonyms: {} }, unit: 'INR', direction: 'up', description: '', sources: [], owner: '' },
    ];

    expect(taskWords(task)).toBe(
      'Top 5 Net sales and spend by product, geo Delhi, spend of SB, share of total of Net sales, last month, against the period before',
    );
  });
});
