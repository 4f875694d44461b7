import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Feedback } from '../api/kept';
import { Problem } from '../api/problem';
import { Icon } from '../ui/Icon';
import type { Around } from './around';
import { judge, judged, recall } from './judging';

const LONGEST = 2000;

/**
 * Thumbs, and a word about why; the last one given counts.
 *
 * @param props.isOld whether it may have been judged before
 */
export function FeedbackButtons({ answerId, isOld, said }: { answerId: string; isOld: boolean; said: Around }) {
  const given = judged.value.get(answerId)?.thumb ?? null;
  const comment = useSignal('');
  const told = useSignal('');
  const asking = useSignal(false);

  useEffect(() => {
    if (isOld) {
      void recall(answerId);
    }
  }, [answerId, isOld]);

  const give = async (feedback: Feedback, thanks: string) => {
    try {
      await judge(answerId, feedback);
      told.value = thanks;
    } catch (failure) {
      const problem = Problem.from(failure);
      told.value = problem.isMissing ? said.noFeedback : problem.detail;
    }
  };
  const thumb = (choice: Feedback['thumb']) => {
    asking.value = true;
    void give({ thumb: choice }, choice === 'up' ? said.thanks : said.whatWasWrong);
  };

  return (
    <>
      <div class="thumbs" role="group" aria-label={said.right}>
        <button type="button" class="button button-quiet" aria-label={said.yes} aria-pressed={given === 'up'} onClick={() => thumb('up')}>
          <Icon name="up" />
        </button>
        <button type="button" class="button button-quiet" aria-label={said.no} aria-pressed={given === 'down'} onClick={() => thumb('down')}>
          <Icon name="down" />
        </button>
        <span class="told" role="status">
          {told.value}
        </span>
      </div>
      {asking.value && given !== null && (
        <form
          class="comment"
          onSubmit={(event) => {
            event.preventDefault();
            asking.value = false;
            void give({ thumb: given, comment: comment.value.trim() }, said.commentKept);
          }}
        >
          <label class="hidden" for={`comment-${answerId}`}>
            {said.comment}
          </label>
          <input
            id={`comment-${answerId}`}
            class="field"
            maxLength={LONGEST}
            placeholder={given === 'down' ? said.commentOnWrong : said.commentOnRight}
            value={comment.value}
            onInput={(event) => (comment.value = event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={comment.value.trim() === ''}>
            {said.send}
          </button>
          <button type="button" class="button button-quiet" onClick={() => (asking.value = false)}>
            {said.notNow}
          </button>
        </form>
      )}
    </>
  );
}
