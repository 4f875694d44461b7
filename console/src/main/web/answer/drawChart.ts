import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { VisualizationSpec } from 'vega-embed';
import { approximate } from '../api/json';
import { chartConfig, inDark } from './chartTheme';

const LINE_HEIGHT = 260;

/**
 * Draws a Vega-Lite specification into an element, as wide as that is.
 *
 * @returns ends the drawing
 */
export async function drawChart(place: HTMLElement, spec: Record<string, unknown>, dark: boolean): Promise<() => void> {
  const drawn = approximate(dark ? inDark(spec) : spec) as Record<string, unknown>;
  const result = await embed(
    place,
    {
      ...drawn,
      width: 'container',
      ...(isLine(drawn) ? { height: LINE_HEIGHT } : {}),
      autosize: { type: 'fit-x', contains: 'padding' },
      background: 'transparent',
      description: description(drawn),
    } as VisualizationSpec,
    {
      actions: false,
      renderer: 'svg',
      config: chartConfig(dark),
      tooltip: { theme: dark ? 'dark' : 'light' },
      // The page's policy allows no code out of texts: expressions are interpreted, not compiled.
      ast: true,
      expr: expressionInterpreter,
    },
  );
  return () => result.finalize();
}

function isLine(spec: Record<string, unknown>): boolean {
  const mark = spec['mark'];
  return typeof mark === 'object' && mark !== null && 'type' in mark && (mark.type === 'line' || mark.type === 'point');
}

function description(spec: Record<string, unknown>): string {
  const title = spec['title'] as { text?: string; subtitle?: string } | undefined;
  return `Chart: ${[title?.text, title?.subtitle].filter(Boolean).join('. ')}`;
}
