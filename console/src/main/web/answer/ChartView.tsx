import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isDark } from '../app/theme';

/** The chart of an answer. What draws it is loaded when the first one is to be seen, and not before. */
export function ChartView({ spec }: { spec: Record<string, unknown> }) {
  const place = useRef<HTMLDivElement>(null);
  const fault = useSignal(false);
  const dark = isDark.value;

  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    import('./drawChart')
      .then(async ({ drawChart }) => {
        if (!gone && place.current !== null) {
          stop = await drawChart(place.current, spec, dark);
        }
      })
      .catch((failure: unknown) => {
        console.error(failure);
        fault.value = true;
      });
    return () => {
      gone = true;
      stop?.();
    };
  }, [spec, dark, fault]);

  return fault.value ? (
    <p class="muted">The chart could not be drawn here. Its numbers stand in the table.</p>
  ) : (
    <figure class="chart" ref={place} />
  );
}
