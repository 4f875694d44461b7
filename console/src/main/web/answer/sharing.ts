import { post } from '../api/http';
import { Problem } from '../api/problem';
import { moment } from '../ui/words';

/**
 * Makes a link that a colleague with the same rights can open, and copies it.
 *
 * @returns what became of it, as a sentence
 */
export async function shareLink(answerId: string): Promise<string> {
  try {
    const shared = await post<{ share: string; expires_at: string }>(`/v1/answers/${encodeURIComponent(answerId)}/share`, {});
    const link = `${location.origin}/#/s/${encodeURIComponent(shared.share)}`;
    return `${await copied(link)} Colleagues with the same rights as yours can open it until ${moment(shared.expires_at)}.`;
  } catch (failure) {
    if (failure instanceof Problem && failure.isMissing) {
      const link = `${location.origin}/#/a/${encodeURIComponent(answerId)}`;
      return `${await copied(link)} It opens for you alone: this service cannot share answers yet.`;
    }
    throw failure;
  }
}

async function copied(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return 'Link copied.';
  } catch {
    return `The link is ${link} .`;
  }
}
