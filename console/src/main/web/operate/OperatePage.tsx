import { useEffect } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { moment } from '../ui/words';
import { Drift, Failing } from './Findings';
import { follow, hours, load, operations, paused, problem, WINDOWS } from './feed';
import { HourChart } from './HourChart';
import { Latency } from './Latency';
import { Agents, Breakers, Sync } from './Parts';
import { Tiles } from './Tiles';

/** What the services have recorded of themselves, for those who look after them. */
export function OperatePage() {
  useEffect(follow, []);
  const now = operations.value;
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Operate</h1>
          <p class="lead">{now === null ? 'What the services have recorded.' : `${moment(now.from)} – ${moment(now.to)}`}</p>
        </div>
        <div class="page-tools">
          <div class="segments" role="group" aria-label="Period">
            {WINDOWS.map((window) => (
              <button
                key={window}
                type="button"
                aria-pressed={hours.value === window}
                onClick={() => {
                  hours.value = window;
                  void load();
                }}
              >
                {window < 168 ? `${window} h` : '7 days'}
              </button>
            ))}
          </div>
          <button type="button" class="button" aria-pressed={paused.value} onClick={() => (paused.value = !paused.value)}>
            <Icon name={paused.value ? 'play' : 'pause'} /> {paused.value ? 'Go on' : 'Pause'}
          </button>
        </div>
      </header>
      {problem.value !== null &&
        (problem.value.isMissing ? (
          <p class="empty">This service does not record its operations yet.</p>
        ) : (
          <ProblemNotice problem={problem.value} onAgain={() => void load()} />
        ))}
      {now !== null && (
        <>
          <Tiles operations={now} />
          <section class="panel" aria-labelledby="per-hour">
            <h2 id="per-hour">Questions by hour</h2>
            <HourChart hours={now.questions?.per_hour ?? null} />
          </section>
          <div class="panels">
            <section class="panel" aria-labelledby="latency">
              <h2 id="latency">Latency by stage</h2>
              <Latency stages={now.latency} />
            </section>
            <section class="panel" aria-labelledby="agents">
              <h2 id="agents">Agents</h2>
              <Agents agents={now.agents} />
            </section>
            <section class="panel" aria-labelledby="breakers">
              <h2 id="breakers">Circuit breakers</h2>
              <Breakers breakers={now.breakers} />
            </section>
            <section class="panel" aria-labelledby="sync">
              <h2 id="sync">Sync</h2>
              <Sync sync={now.sync} />
            </section>
          </div>
          <section class="panel" aria-labelledby="failing">
            <h2 id="failing">Questions without an answer</h2>
            <Failing failing={now.failing} />
          </section>
          <section class="panel" aria-labelledby="drift">
            <h2 id="drift">Drift between registry and sources</h2>
            <Drift drift={now.drift} />
          </section>
        </>
      )}
    </div>
  );
}
