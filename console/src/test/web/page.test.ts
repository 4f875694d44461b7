import { describe, expect, it, vi } from 'vitest';
import type { Dimension, Metric } from '../../main/web/api/kept';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
vi.stubGlobal('location', { hash: '' });
const { suggestionsFor } = await import('../../main/web/ask/suggestions');
const { routeOf } = await import('../../main/web/app/route');
const { layout } = await import('../../main/web/trail/layout');
const { matches } = await import('../../main/web/catalogue/search');
const { inDark } = await import('../../main/web/answer/chartTheme');

const netSales: Metric = {
  id: 'net_sales',
  names: { label: { en: 'Net sales', hi: 'शुद्ध बिक्री' }, synonyms: { en: ['turnover'] } },
  unit: 'INR',
  direction: 'up',
  description: 'Gross sales less refunds.',
  formula: 'gross_sales - refunds',
  sources: [],
  owner: 'sales',
};
const state: Dimension = { id: 'geo', names: { label: { en: 'State' }, synonyms: {} }, description: '', values: ['Delhi', 'Goa'] };

describe('completion', () => {
  it('completes the words before the caret and leaves the rest', () => {
    const offered = suggestionsFor('Show net sa by state', 11, [], [netSales], [state]);

    expect(offered.map((one) => [one.text, one.result])).toEqual([['Net sales', 'Show Net sales by state']]);
    expect(offered[0]?.caret).toBe('Show Net sales '.length);
  });

  it('knows synonyms and values', () => {
    expect(suggestionsFor('turno', 5, [], [netSales], [state])[0]?.text).toBe('Net sales');
    expect(suggestionsFor('orders in del', 13, [], [netSales], [state])[0]).toMatchObject({ text: 'Delhi', kind: 'value' });
  });

  it('offers first what is called so, then what has a synonym that is', () => {
    const asp = { ...netSales, id: 'asp', names: { label: { en: 'ASP' }, synonyms: { en: ['net sales per unit'] } } };

    expect(suggestionsFor('net sal', 7, [], [asp, netSales], []).map((one) => one.text)).toEqual(['Net sales', 'ASP']);
  });

  it('offers what was asked before, whole', () => {
    const offered = suggestionsFor('refund', 6, ['Refund rate last month', 'ROAS last week'], [], []);

    expect(offered.map((one) => one.result)).toEqual(['Refund rate last month']);
  });

  it('stays silent over a word that is complete, and over nothing', () => {
    expect(suggestionsFor('net sales', 9, [], [netSales], [])).toEqual([]);
    expect(suggestionsFor('', 0, ['ROAS'], [netSales], [state])).toEqual([]);
  });
});

describe('addresses', () => {
  it('lead to their pages, and broken ones to the start', () => {
    expect(routeOf('#/a/ans_1')).toEqual({ page: 'answer', id: 'ans_1' });
    expect(routeOf('#/s/a%2Fb')).toEqual({ page: 'shared', token: 'a/b' });
    expect(routeOf('#/catalogue/roas')).toEqual({ page: 'catalogue', id: 'roas' });
    expect(routeOf('#/a/')).toEqual({ page: 'ask' });
    expect(routeOf('#/%E0%A4%A')).toEqual({ page: 'ask' });
  });
});

describe('the drawing of a plan', () => {
  it('puts each step behind the last of those it needs', () => {
    const graph = layout({
      steps: [
        { id: 'sales1', tool: 'sales_db.sql', inputs: {} },
        { id: 'ads1', tool: 'amazon_ads_api.get', inputs: { only: { of: 'sales1' } } },
        { id: 'other', tool: 'sales_db.sql', inputs: {} },
        { id: 'calc1', tool: 'compute.aggregate', inputs: { left: 'ads1', right: 'sales1' } },
      ],
      outputs: { table: 'calc1' },
    });

    expect(Object.fromEntries(graph.nodes.map((node) => [node.id, [node.layer, node.place]]))).toEqual({
      sales1: [0, 0],
      ads1: [1, 0],
      other: [0, 1],
      calc1: [2, 0],
    });
    expect(graph.edges).toContainEqual({ from: 'sales1', to: 'calc1' });
    expect([graph.layers, graph.most]).toEqual([3, 2]);
  });
});

describe('the catalogue', () => {
  it('finds every word in names, synonyms, formulas and values, in any script', () => {
    expect(matches(netSales, 'TURN gross')).toBe(true);
    expect(matches(netSales, 'बिक्री')).toBe(true);
    expect(matches(state, 'goa')).toBe(true);
    expect(matches(state, 'goa turnover')).toBe(false);
  });
});

describe('a chart on a dark ground', () => {
  it('has no black series, and the same data', () => {
    const spec = { data: { values: [{ written: '₹1', value: 1 }] }, encoding: { color: { scale: { range: ['#000000', '#0072B2'] } } } };

    expect(inDark(spec).encoding.color.scale.range).not.toContain('#000000');
    expect(inDark(spec).data).toEqual(spec.data);
  });
});
