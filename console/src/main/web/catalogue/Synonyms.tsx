import type { Names } from '../api/kept';
import { englishSynonyms } from './store';

const FIRST = 4;

/** Other words that mean the same; the search knows all of them. */
export function Synonyms({ names }: { names: Names }) {
  const all = englishSynonyms(names);
  return all.length === 0 ? null : (
    <p class="card-foot muted" title={all.join(', ')}>
      Also: {all.slice(0, FIRST).join(', ')}
      {all.length > FIRST && ` and ${all.length - FIRST} more`}
    </p>
  );
}
