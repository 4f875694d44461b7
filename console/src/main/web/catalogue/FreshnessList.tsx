import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getIfThere } from '../api/http';
import type { SourceFreshness } from '../api/kept';
import { Problem } from '../api/problem';
import { State } from '../ui/State';
import { day, moment } from '../ui/words';

type Loaded = { state: 'loading' } | { state: 'missing' } | { state: 'failed'; why: string } | { state: 'there'; sources: SourceFreshness[] };

/** Through which day each source is loaded. */
export function FreshnessList() {
  const loaded = useSignal<Loaded>({ state: 'loading' });
  useEffect(() => {
    getIfThere<{ sources: SourceFreshness[] }>('/v1/freshness').then(
      (found) => (loaded.value = found == null ? { state: 'missing' } : { state: 'there', sources: found.sources }),
      (failure: unknown) => (loaded.value = { state: 'failed', why: Problem.from(failure).detail }),
    );
  }, [loaded]);

  return (
    <section aria-labelledby="freshness">
      <h2 id="freshness" class="section-title">
        Freshness
      </h2>
      <Content loaded={loaded.value} />
    </section>
  );
}

function Content({ loaded }: { loaded: Loaded }) {
  switch (loaded.state) {
    case 'loading':
      return <p class="empty">Loading…</p>;
    case 'missing':
      return <p class="empty">This service does not list its sources yet. Ask “How fresh is the data?” instead.</p>;
    case 'failed':
      return <p class="empty">{loaded.why}</p>;
    case 'there':
      return loaded.sources.length === 0 ? <p class="empty">No source has told how fresh it is.</p> : <Sources sources={loaded.sources} />;
  }
}

function Sources({ sources }: { sources: SourceFreshness[] }) {
  return (
    <div class="table-frame">
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Freshness of sources">
        <table>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Loaded through</th>
              <th scope="col">May still move from</th>
              <th scope="col">Last loaded</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.tool + source.label}>
                <td>{source.label}</td>
                <td>{source.fresh_to == null ? 'not known' : day(source.fresh_to)}</td>
                <td>{source.provisional_from == null ? '–' : day(source.provisional_from)}</td>
                <td>{source.synced_at == null ? '–' : moment(source.synced_at)}</td>
                <td>
                  <State name={source.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
