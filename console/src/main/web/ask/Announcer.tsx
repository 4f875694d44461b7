import { turns } from './thread';
import type { Turn } from './thread';

/** Tells a screen reader how the newest question stands, in one sentence at a time. */
export function Announcer() {
  const newest = turns.value.at(-1);
  return (
    <div class="hidden" role="status" aria-live="polite">
      {newest === undefined ? '' : sentence(newest)}
    </div>
  );
}

function sentence(turn: Turn): string {
  switch (turn.state) {
    case 'running':
      return turn.stages.length === 0 ? 'Working on it.' : '';
    case 'cancelled':
      return 'The question was stopped.';
    case 'failed':
      return turn.problem?.detail ?? 'The question failed.';
    case 'done':
      return turn.answer?.clarification?.question ?? turn.answer?.text ?? '';
  }
}
