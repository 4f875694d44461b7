import type { ComponentChildren } from 'preact';
import type { Metric } from '../api/kept';
import { goTo } from '../app/route';
import { write } from '../ask/draft';
import { newConversation } from '../ask/thread';
import { words } from '../ui/words';
import { isMetric, labelOf } from './store';
import { Synonyms } from './Synonyms';

const DIRECTIONS: Record<Metric['direction'], string> = {
  up: 'higher is better',
  down: 'lower is better',
  neutral: '',
};
const SIGNS: Record<string, string> = { '-': '−', '*': '×', '/': '÷' };
const UNITS: Record<string, string> = { INR: '₹', percent: '%', ratio: 'ratio', count: 'count' };

export function MetricCard({ metric, isNamed }: { metric: Metric; isNamed: boolean }) {
  const label = labelOf(metric.id);
  const ask = () => {
    newConversation();
    write(`${label} last month`);
    goTo('#/');
  };
  return (
    <article id={`entry-${metric.id}`} class={isNamed ? 'card card-named' : 'card'}>
      <header class="card-head">
        <h3>{label}</h3>
        <span class="pill">{UNITS[metric.unit] ?? metric.unit}</span>
      </header>
      <p>{metric.description}</p>
      {metric.formula !== undefined && (
        <p class="formula">
          <span class="muted">= </span>
          {linked(metric.formula)}
        </p>
      )}
      {metric.sources.length > 0 && (
        <p class="muted">
          Measured in <code>{metric.sources.join(', ')}</code>
        </p>
      )}
      <p class="card-foot muted">{[DIRECTIONS[metric.direction], words(metric.owner).replaceAll('-', ' ')].filter(Boolean).join(' · ')}</p>
      <Synonyms names={metric.names} />
      <button type="button" class="link" onClick={ask}>
        Ask about it<span class="hidden"> ({label})</span>
      </button>
    </article>
  );
}

/** A formula whose parts lead to their own entries. */
function linked(formula: string): ComponentChildren[] {
  return formula.split(/([a-z][a-z0-9_]*)/).map((part) =>
    isMetric(part) ? (
      <a key={part} href={`#/catalogue/${part}`}>
        {labelOf(part)}
      </a>
    ) : (
      part.replace(/\s*([-+*/])\s*/g, (_, sign: string) => ` ${SIGNS[sign] ?? sign} `)
    ),
  );
}
