import type { Config } from 'vega-embed';

/** Colours of the series that a dark ground would swallow, and what stands for them there. */
const ON_DARK: Record<string, string> = {
  '#0072B2': '#5AB0E8',
  '#000000': '#E9E6E1',
  '#D55E00': '#F08A4B',
  '#009E73': '#3FC79A',
};

/** The same specification in colours that can be told apart on a dark ground. */
export function inDark<T>(value: T): T {
  if (typeof value === 'string') {
    return (ON_DARK[value.toUpperCase()] ?? value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(inDark) as T;
  }
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inDark(part as unknown)])) as T;
  }
  return value;
}

export function chartConfig(dark: boolean, narrow: boolean): Config {
  const ink = dark ? '#e9e6e1' : '#1f1d1a';
  const muted = dark ? '#a5a19a' : '#67625a';
  const line = dark ? '#30343c' : '#e8e4dc';
  const font = 'Inter Variable, system-ui, sans-serif';
  return {
    font,
    view: { stroke: 'transparent' },
    title: { color: ink, subtitleColor: muted, fontSize: 14, fontWeight: 600, subtitleFontSize: 12, subtitlePadding: 4, offset: 14 },
    axis: {
      labelColor: muted,
      titleColor: muted,
      titleFontWeight: 500,
      titleFontSize: 12,
      labelFontSize: 12,
      gridColor: line,
      domain: false,
      ticks: false,
      labelPadding: 8,
      titlePadding: 12,
          },
    axisTemporal: { grid: false, labelOverlap: true, tickCount: narrow ? 3 : 8 },
    axisQuantitative: { tickCount: narrow ? 3 : 5 },
    legend: { labelColor: ink, titleColor: muted, labelFontSize: 12, orient: 'top', symbolType: 'circle', direction: narrow ? 'vertical' : 'horizontal' },
    bar: { cornerRadiusEnd: 3 },
    line: { strokeWidth: 2.2 },
    point: { size: 36, filled: true },
    text: { color: ink, font },
  };
}
