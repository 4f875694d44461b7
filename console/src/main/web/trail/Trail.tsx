import { useSignal } from '@preact/signals';
import type { Answer } from '../api/types';
import { Icon } from '../ui/Icon';
import { written } from '../ui/numbers';
import { count, day, duration } from '../ui/words';
import { PlanGraph } from './PlanGraph';
import { StepList } from './StepList';

/** How an answer came about: in words, as a graph, and step by step with what ran. */
export function Trail({ answer }: { answer: Answer }) {
  const open = useSignal(false);
  return (
    <details class="trail" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span>How this was worked out</span>
        <span class="trail-facts">{facts(answer)}</span>
      </summary>
      {open.value && <Inside answer={answer} />}
    </details>
  );
}

function facts(answer: Answer): string {
  return [
    answer.trail.length === 0 ? '' : count(answer.trail.length, 'step'),
    duration(answer.took_ms),
    answer.cache === 'miss' ? '' : 'kept from before',
    answer.reading === null ? '' : `read by ${answer.reading.by}`,
    answer.cost.model_calls === 0 ? 'no model' : count(answer.cost.model_calls, 'model call'),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function Inside({ answer }: { answer: Answer }) {
  return (
    <div class="trail-inside">
      {answer.method !== null && (
        <section>
          <h3 class="eyebrow">Method</h3>
          <p class="prose">{answer.method}</p>
        </section>
      )}
      {answer.scratchpad.length > 0 && (
        <section>
          <h3 class="eyebrow">Rounds of the search</h3>
          <ol class="thoughts">
            {answer.scratchpad.map((round) => (
              <li key={round.round}>
                <p>{round.thought}</p>
                {round.seen.map((sentence) => (
                  <p key={sentence} class="muted">
                    {sentence}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </section>
      )}
      {answer.plan !== null && answer.plan.steps.length > 0 && (
        <section>
          <h3 class="eyebrow">Plan</h3>
          <PlanGraph plan={answer.plan} trail={answer.trail} />
        </section>
      )}
      {answer.trail.length > 0 && (
        <section>
          <h3 class="eyebrow">Steps</h3>
          <StepList trail={answer.trail} />
        </section>
      )}
      <Facts answer={answer} />
    </div>
  );
}

function Facts({ answer }: { answer: Answer }) {
  return (
    <dl class="facts">
      {answer.freshness.map((fresh) => (
        <div key={fresh.source}>
          <dt>{fresh.source}</dt>
          <dd>
            {fresh.covered_to === undefined ? 'empty' : `through ${day(fresh.covered_to)}`}
            {fresh.provisional_from !== undefined && `, may move from ${day(fresh.provisional_from)} on`}
          </dd>
        </div>
      ))}
      {answer.policies.length > 0 && (
        <div>
          <dt>Your rights</dt>
          <dd>{answer.policies.join(' ')}</dd>
        </div>
      )}
      {answer.cost.model_calls > 0 && (
        <div>
          <dt>Model</dt>
          <dd>
            {count(answer.cost.model_calls, 'call')}, {count(answer.cost.tokens, 'token')}, {written(answer.cost.money, 'USD')}
          </dd>
        </div>
      )}
      <div>
        <dt>Checks</dt>
        <dd>
          {answer.guardrails.filter((verdict) => verdict.passed).length} of {answer.guardrails.length} passed
        </dd>
      </div>
      <div>
        <dt>Answer</dt>
        <dd>
          <code>{answer.id}</code>
        </dd>
      </div>
      <div>
        <dt>Registry</dt>
        <dd>
          <code>{answer.registry_version.slice(0, 16)}</code>
        </dd>
      </div>
    </dl>
  );
}
