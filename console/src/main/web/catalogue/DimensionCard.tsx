import { useSignal } from '@preact/signals';
import type { Dimension } from '../api/kept';
import { labelOf } from './store';
import { Synonyms } from './Synonyms';

const FIRST_VALUES = 8;

export function DimensionCard({ dimension }: { dimension: Dimension }) {
  const all = useSignal(false);
  const shown = all.value ? dimension.values : dimension.values.slice(0, FIRST_VALUES);
  const more = dimension.values.length - FIRST_VALUES;
  return (
    <article id={`entry-${dimension.id}`} class="card">
      <header class="card-head">
        <h3>{labelOf(dimension.id)}</h3>
      </header>
      <p>{dimension.description}</p>
      {shown.length > 0 && (
        <ul class="values" aria-label={`Values of ${labelOf(dimension.id)}`}>
          {shown.map((value) => (
            <li key={value} class="pill">
              {value}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <button type="button" class="link" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? 'Fewer' : `${more} more`}
          <span class="hidden"> values of {labelOf(dimension.id)}</span>
        </button>
      )}
      <Synonyms names={dimension.names} />
    </article>
  );
}
