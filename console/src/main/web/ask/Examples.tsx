import { ask } from './thread';

/** Questions that the demo answers, one of each kind of answer. */
const EXAMPLES = [
  { kind: 'Ranking', question: 'Top 5 products by net sales in Delhi last month, with ad spend from SB' },
  { kind: 'Trend', question: 'Daily ad spend last 30 days' },
  { kind: 'Comparison', question: 'Net sales by state last month vs previous month' },
  { kind: 'Why', question: 'Why did net sales change last month?' },
];

/** Something to begin with. */
export function Examples() {
  return (
    <section class="examples" aria-label="Examples">
      <ul>
        {EXAMPLES.map(({ kind, question }) => (
          <li key={question}>
            <button type="button" class="example" onClick={() => void ask(question)}>
              <span class="eyebrow">{kind}</span>
              <span>{question}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
