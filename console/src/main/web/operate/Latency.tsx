import type { StageLatency } from '../api/operations';
import { capital, duration, words } from '../ui/words';

/** How long each stage takes: the median as a full bar, 95 of 100 as a pale one behind it. */
export function Latency({ stages }: { stages: StageLatency[] | null }) {
  const measured = stages?.filter((stage) => stage.count > 0) ?? [];
  if (measured.length === 0) {
    return <p class="empty">{stages == null ? 'Not known.' : 'Nothing was measured in this period.'}</p>;
  }
  const longest = Math.max(1, ...measured.map((stage) => stage.p95_ms ?? 0));
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">
            <span class="hidden">Bars</span>
          </th>
          <th scope="col" class="number">
            Median
          </th>
          <th scope="col" class="number">
            95 %
          </th>
        </tr>
      </thead>
      <tbody>
        {measured.map((stage) => (
          <tr key={stage.stage}>
            <td>{capital(words(stage.stage))}</td>
            <td class="bars-cell" aria-hidden="true">
              <span class="bar bar-pale" style={{ width: `${(100 * (stage.p95_ms ?? 0)) / longest}%` }} />
              <span class="bar" style={{ width: `${(100 * (stage.p50_ms ?? 0)) / longest}%` }} />
            </td>
            <td class="number">{stage.p50_ms == null ? '–' : duration(stage.p50_ms)}</td>
            <td class="number">{stage.p95_ms == null ? '–' : duration(stage.p95_ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
