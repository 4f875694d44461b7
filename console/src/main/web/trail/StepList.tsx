import type { TrailStep } from '../api/types';
import { count, duration, words } from '../ui/words';

/** Each step with its time beside the others', and what ran in it. */
export function StepList({ trail }: { trail: TrailStep[] }) {
  const longest = Math.max(1, ...trail.map((step) => step.ms));
  return (
    <ol class="steps">
      {trail.map((step) => (
        <li key={step.step}>
          <div class="step-head">
            <strong>{step.step}</strong>
            <span class="muted">
              {step.tool} · {step.agent}
            </span>
            <span class="step-figures">
              {step.error === undefined ? count(step.rows, 'row') : words(step.error.toLowerCase())}
              {step.attempts > 1 && ` · ${step.attempts} tries`}
              {step.cache !== 'miss' && ` · ${step.cache === 'hit' ? 'kept from before' : 'shared with another question'}`}
            </span>
            <span class="step-ms">{duration(step.ms)}</span>
          </div>
          <div class="step-bar" aria-hidden="true">
            <span style={{ width: `${Math.max(1, (100 * step.ms) / longest)}%` }} />
          </div>
          {step.verdicts.some((verdict) => !verdict.passed) && (
            <p class="notice notice-bad">
              {step.verdicts
                .filter((verdict) => !verdict.passed)
                .map((verdict) => `${verdict.rule}: ${verdict.reason ?? 'stopped'}`)
                .join(' ')}
            </p>
          )}
          {step.query !== undefined && (
            <details class="query">
              <summary>What ran</summary>
              <pre tabIndex={0}>
                <code>{step.query}</code>
              </pre>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
