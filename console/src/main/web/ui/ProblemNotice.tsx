import type { Problem } from '../api/problem';
import { Icon } from './Icon';

/** What went wrong and what to do, in the service's own sentence. */
export function ProblemNotice({ problem, onAgain }: { problem: Problem; onAgain?: () => void }) {
  return (
    <div class="notice notice-bad" role="alert">
      <Icon name="warn" />
      <div>
        <p>{problem.detail}</p>
        {problem.retryAfter !== null && <p class="muted">Try again in {problem.retryAfter} s.</p>}
        {problem.traceId !== null && (
          <p class="muted">
            For whoever looks into it: <code>{problem.traceId}</code>
          </p>
        )}
        {onAgain !== undefined && (
          <button type="button" class="button" onClick={onAgain}>
            <Icon name="again" /> Try again
          </button>
        )}
      </div>
    </div>
  );
}
