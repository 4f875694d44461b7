import { useSignal } from '@preact/signals';
import type { Answer, FileFormat } from '../api/types';
import { Problem } from '../api/problem';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { around, languageOf } from './around';
import { FeedbackButtons } from './FeedbackButtons';
import { saveAs } from './files';
import { shareLink } from './sharing';

const FORMATS: { format: FileFormat; name: string }[] = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'Excel' },
  { format: 'parquet', name: 'Parquet' },
];

/** What can be done with an answer: judge it, save it, show it to somebody. */
export function Actions({ answer, isOld }: { answer: Answer; isOld: boolean }) {
  const told = useSignal<{ text: string; bad: boolean } | null>(null);
  const said = around(languageOf(answer));
  const isAnswer = answer.status === 'answered' || answer.status === 'partial';

  const attempt = (work: () => Promise<string>) => {
    told.value = { text: said.moment, bad: false };
    work().then(
      (text) => (told.value = { text, bad: false }),
      (failure: unknown) => (told.value = { text: Problem.from(failure).detail, bad: true }),
    );
  };

  return (
    <div class="actions">
      <FeedbackButtons answerId={answer.id} isOld={isOld} said={said} />
      {isAnswer && answer.table !== null && (
        <Popover label={said.save} class="button button-quiet" trigger={<><Icon name="file" /> {said.export}</>}>
          {(close) => (
            <ul class="menu">
              {FORMATS.map(({ format, name }) => (
                <li key={format}>
                  <button
                    type="button"
                    onClick={() => {
                      close();
                      attempt(() => saveAs(answer.id, format, said));
                    }}
                  >
                    <span>{name}</span>
                    <span class="muted">{said[format]}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
      {isAnswer && (
        <button type="button" class="button button-quiet" onClick={() => attempt(() => shareLink(answer.id, said))}>
          <Icon name="share" /> {said.share}
        </button>
      )}
      <span class={told.value?.bad === true ? 'told told-bad' : 'told'} role="status">
        {told.value?.text}
      </span>
    </div>
  );
}
