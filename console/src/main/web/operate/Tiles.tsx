import type { HourOfQuestions, Operations } from '../api/operations';
import { written } from '../ui/numbers';
import { count, duration } from '../ui/words';
import { LosslessNumber } from 'lossless-json';

const NOT_KNOWN = 'not known';

/** The few numbers that are looked at first. */
export function Tiles({ operations }: { operations: Operations }) {
  const { questions, latency, cache, model, agents } = operations;
  const total = questions == null ? null : questions.per_hour.reduce((sum, hour) => sum + all(hour), 0);
  const answered = questions == null ? null : questions.per_hour.reduce((sum, hour) => sum + hour.answered, 0);
  const whole = latency?.find((stage) => stage.stage === 'total');
  const asked = cache == null ? 0 : cache.hit + cache.miss + cache.joined;
  const up = agents?.filter((agent) => agent.state === 'up').length;
  return (
    <dl class="tiles">
      <Tile name="Questions" value={total == null ? NOT_KNOWN : total.toLocaleString('en-IN')} note="in this period" />
      <Tile name="Answered" value={total == null || answered == null ? NOT_KNOWN : share(answered, total)} note={answered == null ? '' : `${answered.toLocaleString('en-IN')} in full`} />
      <Tile name="Median time" value={whole?.p50_ms == null ? NOT_KNOWN : duration(whole.p50_ms)} note={whole?.p95_ms == null ? '' : `95 % within ${duration(whole.p95_ms)}`} />
      <Tile name="Cache" value={cache == null ? NOT_KNOWN : share(cache.hit + cache.joined, asked)} note={cache == null ? '' : `${cache.hit} kept, ${cache.joined} shared`} />
      <Tile name="Model" value={model == null ? NOT_KNOWN : written(new LosslessNumber(model.cost), model.currency)} note={model == null ? '' : count(model.calls, 'call')} />
      <Tile name="Agents" value={agents == null || up === undefined ? NOT_KNOWN : `${up} of ${agents.length}`} note="up" />
    </dl>
  );
}

export function all(hour: HourOfQuestions): number {
  return hour.answered + hour.partial + hour.clarification + hour.refused + hour.failed;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function Tile({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div class="tile">
      <dt>{name}</dt>
      <dd class={value === NOT_KNOWN ? 'tile-value tile-unknown' : 'tile-value'}>{value}</dd>
      <dd class="tile-note">{note}</dd>
    </div>
  );
}
