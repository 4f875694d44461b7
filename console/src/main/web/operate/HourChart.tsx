import type { HourOfQuestions } from '../api/operations';
import { moment } from '../ui/words';
import { all } from './Tiles';

const KINDS = ['answered', 'partial', 'clarification', 'refused', 'failed'] as const;
const WIDTH = 960;
const HEIGHT = 180;
const FOOT = 22;
/** More hours than this are told apart by their dates. */
const A_DAY = 30;
const DATE = { day: 'numeric', month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

/** A bar for each hour, stacked by how its questions ended. */
export function HourChart({ hours }: { hours: HourOfQuestions[] | null }) {
  if (hours == null) {
    return <p class="empty">The questions of this period are not known.</p>;
  }
  const most = Math.max(0, ...hours.map(all));
  if (most === 0) {
    return <p class="empty">Nobody has asked anything in this period.</p>;
  }
  const step = WIDTH / hours.length;
  const label = Math.max(1, Math.ceil(hours.length / 8));
  return (
    <>
      <ul class="legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span class={`swatch kind-${kind}`} aria-hidden="true" />
            {kind} {hours.reduce((sum, hour) => sum + hour[kind], 0).toLocaleString('en-IN')}
          </li>
        ))}
      </ul>
      <svg class="hours" viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={`Questions by hour, at most ${most} in one.`}>
        {[0, 0.5, 1].map((part) => (
          <line key={part} class="hours-line" x1="0" x2={WIDTH} y1={HEIGHT * (1 - part) + 0.5} y2={HEIGHT * (1 - part) + 0.5} />
        ))}
        <text class="hours-label" x="0" y="14">
          {most.toLocaleString('en-IN')}
        </text>
        {hours.map((hour, at) => (
          <g key={hour.hour}>
            <title>{`${moment(hour.hour)}: ${KINDS.map((kind) => `${hour[kind]} ${kind}`).join(', ')}`}</title>
            {bars(hour, most).map((bar) => (
              <rect key={bar.kind} class={`kind-${bar.kind}`} x={at * step + step * 0.14} width={step * 0.72} y={bar.y} height={bar.height} rx="2" />
            ))}
            {at % label === 0 && (
              <text class="hours-label" x={at * step + step / 2} y={HEIGHT + 16} text-anchor="middle">
                {new Date(hour.hour).toLocaleString('en-IN', hours.length > A_DAY ? DATE : TIME)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}

function bars(hour: HourOfQuestions, most: number) {
  let top = HEIGHT;
  return KINDS.filter((kind) => hour[kind] > 0).map((kind) => {
    const height = (HEIGHT * hour[kind]) / most;
    top -= height;
    return { kind, y: top, height };
  });
}
