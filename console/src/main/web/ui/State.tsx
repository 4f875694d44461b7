import { words } from '../ui/words';

const GOOD = ['ok', 'up', 'closed', 'done', 'current', 'complete'];
const BAD = ['down', 'failing', 'failed', 'open'];

/** A state as a word with a dot; the colour never says it alone. */
export function State({ name }: { name: string }) {
  const tone = GOOD.includes(name) ? 'good' : BAD.includes(name) ? 'bad' : name === 'unknown' ? 'unknown' : 'warn';
  return (
    <span class={`state state-${tone}`}>
      <span class="state-dot" aria-hidden="true" />
      {name === 'unknown' ? 'not known' : words(name)}
    </span>
  );
}
