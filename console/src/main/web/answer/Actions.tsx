import { useSignal } from '@preact/signals';
import type { Answer, FileFormat } from '../api/types';
import { Problem } from '../api/problem';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { FeedbackButtons } from './FeedbackButtons';
import { saveAs } from './files';
import { shareLink } from './sharing';

const FORMATS: { format: FileFormat; name: string; note: string }[] = [
  { format: 'csv', name: 'CSV', note: 'plain rows, every digit' },
  { format: 'xlsx', name: 'Excel', note: 'with a sheet that says how' },
  { format: 'parquet', name: 'Parquet', note: 'for notebooks' },
];

/** What can be done with an answer: judge it, save it, show it to somebody. */
export function Actions({ answer, isOld }: { answer: Answer; isOld: boolean }) {
  const told = useSignal<{ text: string; bad: boolean } | null>(null);
  const isAnswer = answer.status === 'answered' || answer.status === 'partial';

  const attempt = (work: () => Promise<string>) => {
    told.value = { text: 'One moment…', bad: false };
    work().then(
      (text) => (told.value = { text, bad: false }),
      (failure: unknown) => (told.value = { text: Problem.from(failure).detail, bad: true }),
    );
  };

  return (
    <div class="actions">
      <FeedbackButtons answerId={answer.id} isOld={isOld} />
      {isAnswer && answer.table !== null && (
        <Popover label="Save as a file" class="button button-quiet" trigger={<><Icon name="file" /> Export</>}>
          {(close) => (
            <ul class="menu">
              {FORMATS.map(({ format, name, note }) => (
                <li key={format}>
                  <button
                    type="button"
                    onClick={() => {
                      close();
                      attempt(() => saveAs(answer.id, format));
                    }}
                  >
                    <span>{name}</span>
                    <span class="muted">{note}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
      {isAnswer && (
        <button type="button" class="button button-quiet" onClick={() => attempt(() => shareLink(answer.id))}>
          <Icon name="share" /> Share
        </button>
      )}
      <span class={told.value?.bad === true ? 'told told-bad' : 'told'} role="status">
        {told.value?.text}
      </span>
    </div>
  );
}
