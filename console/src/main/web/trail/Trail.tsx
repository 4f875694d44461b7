import { useSignal } from '@preact/signals';
import type { Answer } from '../api/types';
import { around, languageOf } from '../answer/around';
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
        <span>{around(languageOf(answer)).how}</span>
        <span class="trail-facts">{facts(answer)}</span>
      </summary>
      {open.value && <Inside answer={answer} />}
    </details>
  );
}

function facts(answer: Answer): string {
  const said = around(languageOf(answer));
  return [
    answer.trail.length === 0 ? '' : count(answer.trail.length, said.step, said.steps),
    duration(answer.took_ms),
    answer.cache === 'miss' ? '' : said.keptFromBefore,
    answer.reading === null ? '' : said.readBy(answer.reading.by),
    answer.cost.model_calls === 0 ? said.noModel : count(answer.cost.model_calls, said.modelCall, said.modelCalls),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function Inside({ answer }: { answer: Answer }) {
  const said = around(languageOf(answer));
  return (
    <div class="trail-inside">
      {answer.method !== null && (
        <section>
          <h3 class="eyebrow">{said.method}</h3>
          <p class="prose">{answer.method}</p>
        </section>
      )}
      {answer.scratchpad.length > 0 && (
        <section>
          <h3 class="eyebrow">{said.rounds}</h3>
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
          <h3 class="eyebrow">{said.plan}</h3>
          <PlanGraph plan={answer.plan} trail={answer.trail} />
        </section>
      )}
      {answer.trail.length > 0 && (
        <section>
          <h3 class="eyebrow">{said.stepList}</h3>
          <StepList trail={answer.trail} />
        </section>
      )}
      <Facts answer={answer} />
    </div>
  );
}

function Facts({ answer }: { answer: Answer }) {
  const said = around(languageOf(answer));
  return (
    <dl class="facts">
      {answer.freshness.map((fresh) => (
        <div key={fresh.source}>
          <dt>{fresh.source}</dt>
          <dd>
            {fresh.covered_to === undefined ? said.empty : said.through(day(fresh.covered_to))}
            {fresh.provisional_from !== undefined && said.mayMove(day(fresh.provisional_from))}
          </dd>
        </div>
      ))}
      {answer.policies.length > 0 && (
        <div>
          <dt>{said.rights}</dt>
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
        <dt>{said.checks}</dt>
        <dd>
          {said.passed(answer.guardrails.filter((verdict) => verdict.passed).length, answer.guardrails.length)}
        </dd>
      </div>
      <div>
        <dt>{said.answer}</dt>
        <dd>
          <code>{answer.id}</code>
        </dd>
      </div>
      <div>
        <dt>{said.registry}</dt>
        <dd>
          <code>{answer.registry_version.slice(0, 16)}</code>
        </dd>
      </div>
    </dl>
  );
}
