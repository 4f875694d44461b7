import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { route } from '../app/route';
import { ProblemNotice } from '../ui/ProblemNotice';
import { count } from '../ui/words';
import { DimensionCard } from './DimensionCard';
import { FreshnessList } from './FreshnessList';
import { MetricCard } from './MetricCard';
import { matches } from './search';
import { catalogueProblem, dimensions, loadCatalogue, metrics } from './store';

/** What can be asked for, as far as this caller may see it. */
export function CataloguePage() {
  const sought = useSignal('');
  const named = route.value.page === 'catalogue' ? route.value.id : null;
  const foundMetrics = metrics.value.filter((metric) => matches(metric, sought.value));
  const foundDimensions = dimensions.value.filter((dimension) => matches(dimension, sought.value));

  const isThere = metrics.value.length > 0;
  useEffect(() => {
    if (isThere && named !== null) {
      document.getElementById(`entry-${named}`)?.scrollIntoView({ block: 'center' });
    }
  }, [named, isThere]);

  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>Catalogue</h1>
          <p class="lead">Every measure with its formula and source, and everything it can be split by.</p>
        </div>
        <div>
          <label class="hidden" for="catalogue-search">
            Find in the catalogue
          </label>
          <input
            id="catalogue-search"
            class="field"
            type="search"
            placeholder="Find a measure or dimension"
            value={sought.value}
            onInput={(event) => (sought.value = event.currentTarget.value)}
          />
        </div>
      </header>
      <p class="hidden" role="status">
        {sought.value === '' ? '' : `${count(foundMetrics.length, 'measure')}, ${count(foundDimensions.length, 'dimension')}`}
      </p>
      {catalogueProblem.value !== null && <ProblemNotice problem={catalogueProblem.value} onAgain={() => void loadCatalogue()} />}
      {foundMetrics.length + foundDimensions.length === 0 && catalogueProblem.value === null && (
        <p class="empty">{sought.value === '' ? 'Loading…' : `Nothing is called “${sought.value}”. Try another word, or ask a question with it.`}</p>
      )}
      {foundMetrics.length > 0 && (
        <section aria-labelledby="measures">
          <h2 id="measures" class="section-title">
            Measures <span class="muted">{foundMetrics.length}</span>
          </h2>
          <div class="cards">
            {foundMetrics.map((metric) => (
              <MetricCard key={metric.id} metric={metric} isNamed={metric.id === named} />
            ))}
          </div>
        </section>
      )}
      {foundDimensions.length > 0 && (
        <section aria-labelledby="dimensions">
          <h2 id="dimensions" class="section-title">
            Dimensions <span class="muted">{foundDimensions.length}</span>
          </h2>
          <div class="cards">
            {foundDimensions.map((dimension) => (
              <DimensionCard key={dimension.id} dimension={dimension} />
            ))}
          </div>
        </section>
      )}
      <FreshnessList />
    </div>
  );
}
