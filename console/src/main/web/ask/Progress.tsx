import type { Plan, Stage, TrailStep } from '../api/types';
import { list } from '../reading/taskWords';
import { Icon } from '../ui/Icon';
import { count, duration } from '../ui/words';
import type { Turn } from './thread';

type State = 'done' | 'now' | 'later';

/** The stages of a running question, as they come. */
export function Progress({ turn, onCancel }: { turn: Turn; onCancel: () => void }) {
  const reading = turn.stages.find((stage) => stage.event === 'understood')?.data;
  const plan = turn.stages.findLast((stage) => stage.event === 'planned')?.data;
  const steps = turn.stages.flatMap((stage) => (stage.event === 'step' ? [stage.data] : []));
  const metrics = reading?.task?.metrics ?? [];
  return (
    <div class="progress">
      {turn.what.kind === 'question' ? (
        <ol class="stages">
          <Step title="Read" state={reading ? 'done' : 'now'}>
            {reading && (metrics.length > 0 ? list(metrics) : 'read')}
          </Step>
          <Step title="Plan" state={plan ? 'done' : reading ? 'now' : 'later'}>
            {plan && count(plan.steps.length, 'step')}
          </Step>
          <Step title="Fetch and work out" state={plan ? (allDone(plan, steps) ? 'done' : 'now') : 'later'}>
            {plan && <Steps plan={plan} steps={steps} />}
          </Step>
          <Step title="Write" state={plan && allDone(plan, steps) ? 'now' : 'later'}>
            {thoughts(turn.stages)}
          </Step>
        </ol>
      ) : (
        <div class="skeleton" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      <button type="button" class="button" onClick={onCancel}>
        <Icon name="stop" /> Stop
      </button>
    </div>
  );
}

function Step({ title, state, children }: { title: string; state: State; children?: preact.ComponentChildren }) {
  return (
    <li class={`stage stage-${state}`} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span class="stage-sign" aria-hidden="true">
        {state === 'done' && <Icon name="check" />}
      </span>
      <span class="stage-title">{title}</span>
      <span class="stage-note">{children}</span>
    </li>
  );
}

function Steps({ plan, steps }: { plan: Plan; steps: TrailStep[] }) {
  return (
    <>
      {steps.length} of {plan.steps.length}
      {steps.map((step) => (
        <span key={step.step} class={step.error === undefined ? 'pill' : 'pill pill-bad'}>
          {step.tool.split('.').at(-1)} {step.error === undefined ? duration(step.ms) : 'failed'}
        </span>
      ))}
    </>
  );
}

function allDone(plan: Plan, steps: TrailStep[]): boolean {
  return steps.length >= plan.steps.length;
}

function thoughts(stages: Stage[]): string {
  const newest = stages.findLast((stage) => stage.event === 'thought')?.data;
  return newest === undefined ? '' : newest.thought;
}
