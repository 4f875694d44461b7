import { correct } from '../answer/judging';
import { around, languageOf } from '../answer/around';
import type { Answer, Language, TaskSpec } from '../api/types';
import { run } from '../ask/thread';
import { dimensions, labelOf } from '../catalogue/store';
import { daysIn } from '../ui/words';
import { CheckList } from './CheckList';
import { Chip } from './Chip';
import { CompareEditor } from './CompareEditor';
import { FilterEditor } from './FilterEditor';
import { LimitEditor } from './LimitEditor';
import { calculationInHindi, compareInHindi, filterInHindi, periodInHindi, rowsInHindi } from './hindiWords';
import { TimeEditor } from './TimeEditor';
import { withEntity, withGroups, withMetrics } from './edits';
import { metricChoices, dimensionChoices } from './choices';
import { calculationWords, compareWords, filterWords, kept, list, periodWords, taskWords } from './taskWords';

/** What was understood, part by part; each part can be changed, and the task is run again without any language. */
export function Chips({ task, answer }: { task: TaskSpec; answer: Answer }) {
  const language = languageOf(answer);
  const isHindi = language === 'hi';
  const said = around(language);
  const apply = (changed: TaskSpec) => {
    void correct(answer.id, changed);
    void run(changed, taskWords(changed), language);
  };
  if (task.intent === 'meta.help') {
    return null;
  }
  const groups = (task.group_by ?? []).filter((dimension) => dimension !== 'date');
  return (
    <div class="chips" role="group" aria-label={said.understood}>
      <Chip apply={apply} name={said.measure} value={labels(task.metrics, language) || said.everything}>
        {(done) => <CheckList title="Measures" choices={metricChoices()} chosen={task.metrics} least={1} onApply={done((ids) => withMetrics(task, ids))} />}
      </Chip>
      <Chip apply={apply} name={said.by} value={labels(groups, language)} offer={groups.length === 0 ? said.group : undefined}>
        {(done) => (
          <CheckList
            title="Group by"
            choices={dimensionChoices().filter((choice) => choice.id !== 'date')}
            chosen={groups}
            least={0}
            onApply={done((ids) => withGroups(task, (task.group_by ?? []).includes('date') ? [...ids, 'date'] : ids))}
          />
        )}
      </Chip>
      {kept(task.entities).map(([dimension, values]) => (
        <Chip key={dimension} apply={apply} name={labelOf(dimension, language)} value={values.join(isHindi ? ' या ' : ' or ')} said={saidFor(answer, values)}>
          {(done) => (
            <CheckList
              title={labelOf(dimension)}
              choices={valuesOf(dimension, values)}
              chosen={values}
              least={0}
              mayAdd
              onApply={done((chosen) => withEntity(task, dimension, chosen))}
            />
          )}
        </Chip>
      ))}
      {(task.scopes ?? []).map((scope) => (
        <span key={scope.metrics.join()} class="chip chip-fixed">
          <span class="chip-name">
            {labels(scope.metrics, language)} {said.of}
          </span>{' '}
          {kept(scope.entities)
            .map(([, values]) => values.join(isHindi ? ' या ' : ' or '))
            .join(', ')}
        </span>
      ))}
      {(task.calculations ?? []).map((calculation) => (
        <span key={calculationWords(calculation)} class="chip chip-fixed">
          <span class="chip-name">{said.with}</span> {isHindi ? calculationInHindi(calculation) : calculationWords(calculation)}
        </span>
      ))}
      {task.time != null && (
        <Chip apply={apply} name={said.when} value={isHindi ? periodInHindi(task.time) : periodWords(task.time)} said={dates(task, language)}>
          {(done) => <TimeEditor task={task} onApply={done((changed) => changed)} />}
        </Chip>
      )}
      {task.intent !== 'diagnostics' && (
        <Chip apply={apply} name={said.against} value={task.compare == null ? '' : isHindi ? compareInHindi(task.compare) : compareWords(task.compare)} offer={task.compare == null ? said.compare : undefined}>
          {(done) => <CompareEditor task={task} onApply={done((changed) => changed)} />}
        </Chip>
      )}
      <Chip apply={apply} name={said.onlyIf} value={isHindi ? (task.filters ?? []).map(filterInHindi).join(', ') : (task.filters ?? []).map(filterWords).join(' and ')} offer={(task.filters ?? []).length === 0 ? said.condition : undefined}>
        {(done) => <FilterEditor task={task} onApply={done((changed) => changed)} />}
      </Chip>
      <Chip apply={apply} name={said.rowsShown} value={isHindi ? rowsInHindi(task) : rows(task)} offer={task.limit == null && (task.order_by ?? []).length === 0 ? said.limit : undefined}>
        {(done) => <LimitEditor task={task} onApply={done((changed) => changed)} />}
      </Chip>
    </div>
  );
}

function labels(ids: readonly string[], language: Language): string {
  return language === 'en' ? list(ids) : ids.map((id) => labelOf(id, language)).join(', ');
}

function rows(task: TaskSpec): string {
  const order = task.order_by?.[0];
  const by = order === undefined ? '' : `, ${order.direction === 'desc' ? 'highest' : 'lowest'} ${labelOf(order.field)} first`;
  return task.limit == null ? `all${by}` : `first ${task.limit}${by}`;
}

/** The dates behind "last month". */
function dates(task: TaskSpec, language: Language): string | undefined {
  const time = task.time;
  return time?.range != null && time.start != null && time.end != null ? daysIn(language, time.start, time.end) : undefined;
}

/** The words of the question that a value was read from, where they were others. */
function saidFor(answer: Answer, values: string[]): string | undefined {
  const span = answer.reading?.spans.find((used) => values.includes(used.id) && !values.some((value) => value.toLowerCase() === used.text.toLowerCase()));
  return span === undefined ? undefined : `“${span.text}”`;
}

function valuesOf(dimension: string, chosen: string[]) {
  const known = dimensions.value.find((entry) => entry.id === dimension)?.values ?? [];
  return [...new Set([...chosen, ...known])].map((value) => ({ id: value, label: value, note: '' }));
}
