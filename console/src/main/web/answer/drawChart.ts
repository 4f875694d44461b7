import embed from 'vega-embed';
import { Error as ERRORS } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { VisualizationSpec } from 'vega-embed';
import { approximate } from '../api/json';
import { chartConfig, inDark } from './chartTheme';

const LINE_HEIGHT = 260;
/** Narrower than this, names at an axis may take a third of the width and no more. */
const NARROW = 480;

/**
 * Draws a Vega-Lite specification into an element, as wide as that is.
 *
 * @returns ends the drawing
 */
export async function drawChart(place: HTMLElement, spec: Record<string, unknown>, dark: boolean): Promise<() => void> {
  const drawn = approximate(dark ? inDark(spec) : spec) as Record<string, unknown>;
  const labelLimit = place.clientWidth < NARROW ? 110 : 230;
  const result = await embed(
    place,
    {
      ...drawn,
      encoding: withoutBareUnits(drawn['encoding']),
      width: 'container',
      height: height(drawn),
      autosize: { type: 'fit-x', contains: 'padding' },
      padding: 0,
      config: { axis: { labelLimit } },
      background: 'transparent',
      description: description(drawn),
    } as VisualizationSpec,
    {
      actions: false,
      renderer: 'svg',
      config: chartConfig(dark, place.clientWidth < NARROW),
      logLevel: ERRORS,
      tooltip: { theme: dark ? 'dark' : 'light' },
      // The page's policy allows no code out of texts: expressions are interpreted, not compiled.
      ast: true,
      expr: expressionInterpreter,
    },
  );
  return () => result.finalize();
}

/** An axis whose title is its unit alone says nothing that its labels do not. */
function withoutBareUnits(encoding: unknown): unknown {
  return encoding === null || typeof encoding !== 'object'
    ? encoding
    : Object.fromEntries(
        Object.entries(encoding as Record<string, { title?: string | null }>).map(([channel, definition]) => [
          channel,
          /^\(\w+\)$/.test(definition.title ?? '') ? { ...definition, title: null } : definition,
        ]),
      );
}

/** Lines and points have a height of their own; bars one that follows from how many there are. */
function height(spec: Record<string, unknown>): number | { step: number; for?: 'offset' } {
  const mark = (spec['mark'] as { type?: string } | undefined)?.type;
  if (mark === 'line' || mark === 'point') {
    return LINE_HEIGHT;
  }
  return 'yOffset' in (spec['encoding'] as object) ? { step: 12, for: 'offset' } : { step: 28 };
}

function description(spec: Record<string, unknown>): string {
  const title = spec['title'] as { text?: string; subtitle?: string } | undefined;
  return `Chart: ${[title?.text, title?.subtitle].filter(Boolean).join('. ')}`;
}
