import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getIfThere, post } from '../api/http';
import type { Feedback } from '../api/kept';
import { Problem } from '../api/problem';
import { Icon } from '../ui/Icon';

const LONGEST = 2000;

/**
 * Thumbs, and a word about why; the last one given counts.
 *
 * @param props.isOld whether it may have been judged before
 */
export function FeedbackButtons({ answerId, isOld }: { answerId: string; isOld: boolean }) {
  const given = useSignal<Feedback['thumb'] | null>(null);
  const comment = useSignal('');
  const told = useSignal('');
  const asking = useSignal(false);

  useEffect(() => {
    if (isOld) {
      getIfThere<Feedback>(`/v1/answers/${encodeURIComponent(answerId)}/feedback`).then(
        (before) => {
          given.value = before?.thumb ?? null;
          comment.value = before?.comment ?? '';
        },
        () => undefined, // what was thought of it then is no reason to trouble anybody now
      );
    }
  }, [answerId, isOld, given, comment]);

  const give = async (feedback: Feedback, thanks: string) => {
    const before = given.value;
    given.value = feedback.thumb;
    try {
      await post(`/v1/answers/${encodeURIComponent(answerId)}/feedback`, feedback);
      told.value = thanks;
    } catch (failure) {
      given.value = before;
      const problem = Problem.from(failure);
      told.value = problem.isMissing ? 'This service takes no feedback yet.' : problem.detail;
    }
  };
  const thumb = (choice: Feedback['thumb']) => {
    asking.value = true;
    void give({ thumb: choice }, choice === 'up' ? 'Thank you.' : 'Thank you. What was wrong?');
  };

  return (
    <>
      <div class="thumbs" role="group" aria-label="Was this right?">
        <button type="button" class="button button-quiet" aria-label="Right" aria-pressed={given.value === 'up'} onClick={() => thumb('up')}>
          <Icon name="up" />
        </button>
        <button type="button" class="button button-quiet" aria-label="Wrong" aria-pressed={given.value === 'down'} onClick={() => thumb('down')}>
          <Icon name="down" />
        </button>
        <span class="told" role="status">
          {told.value}
        </span>
      </div>
      {asking.value && given.value !== null && (
        <form
          class="comment"
          onSubmit={(event) => {
            event.preventDefault();
            asking.value = false;
            void give({ thumb: given.value ?? 'down', comment: comment.value.trim() }, 'Thank you, your comment is kept.');
          }}
        >
          <label class="hidden" for={`comment-${answerId}`}>
            Your comment
          </label>
          <input
            id={`comment-${answerId}`}
            class="field"
            maxLength={LONGEST}
            placeholder="A word about it (optional)"
            value={comment.value}
            onInput={(event) => (comment.value = event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={comment.value.trim() === ''}>
            Send
          </button>
          <button type="button" class="button button-quiet" onClick={() => (asking.value = false)}>
            Not now
          </button>
        </form>
      )}
    </>
  );
}
