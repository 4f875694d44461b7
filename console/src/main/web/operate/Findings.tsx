import type { Operations } from '../api/operations';
import { State } from '../ui/State';
import { moment, words } from '../ui/words';

export function Failing({ failing }: { failing: Operations['failing'] }) {
  if (failing == null || failing.length === 0) {
    return <p class="empty">{failing == null ? 'Not known.' : 'Every question of this period has its answer.'}</p>;
  }
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Questions without an answer">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Question</th>
            <th scope="col">Who</th>
            <th scope="col">Why</th>
            <th scope="col">Ended</th>
          </tr>
        </thead>
        <tbody>
          {failing.map((question, at) => (
            <tr key={question.answer_id ?? at}>
              <td class="nowrap">{moment(question.asked_at)}</td>
              <td>{question.question ?? 'a task without words'}</td>
              <td>{question.sub}</td>
              <td>{question.code == null ? '–' : words(question.code.toLowerCase())}</td>
              <td>
                <State name={question.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Drift({ drift }: { drift: Operations['drift'] }) {
  if (drift == null || drift.length === 0) {
    return <p class="empty">{drift == null ? 'Not known.' : 'The sources are what the registry says.'}</p>;
  }
  return (
    <ul class="parts">
      {drift.map((difference) => (
        <li key={difference.sentence}>
          <strong>{words(difference.kind)}</strong>
          <p>{difference.sentence}</p>
        </li>
      ))}
    </ul>
  );
}
