import type { Operations } from '../api/operations';
import { State } from '../ui/State';
import { duration, moment } from '../ui/words';

export function Agents({ agents }: { agents: Operations['agents'] }) {
  if (agents == null || agents.length === 0) {
    return <p class="empty">{agents == null ? 'Not known.' : 'There are no agents.'}</p>;
  }
  return (
    <ul class="parts">
      {agents.map((agent) => (
        <li key={agent.id}>
          <strong>{agent.id}</strong>
          <State name={agent.state} />
          <span class="muted part-end">{agent.latency_ms == null ? '' : duration(agent.latency_ms)}</span>
          {agent.detail != null && <p class="muted">{agent.detail}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Breakers({ breakers }: { breakers: Operations['breakers'] }) {
  if (breakers == null || breakers.length === 0) {
    return <p class="empty">{breakers == null ? 'Not known.' : 'No tool has been called yet, so no breaker exists.'}</p>;
  }
  return (
    <ul class="parts">
      {breakers.map((breaker) => (
        <li key={breaker.tool}>
          <strong>{breaker.tool}</strong>
          <State name={breaker.state} />
        </li>
      ))}
    </ul>
  );
}

export function Sync({ sync }: { sync: Operations['sync'] }) {
  if (sync == null || sync.length === 0) {
    return <p class="empty">{sync == null ? 'Not known.' : 'No source is synced here.'}</p>;
  }
  return (
    <ul class="parts">
      {sync.map((source) => (
        <li key={source.source}>
          <strong>{source.source}</strong>
          <State name={source.state} />
          <span class="muted part-end">{source.last_success == null ? 'never' : moment(source.last_success)}</span>
          {source.behind != null && <p class="muted">{source.behind}</p>}
        </li>
      ))}
    </ul>
  );
}
