import { post } from '../api/http';
import { Problem } from '../api/problem';
import { moment } from '../ui/words';
import type { Around } from './around';

/**
 * Makes a link that a colleague with the same rights can open, and copies it.
 *
 * @returns what became of it, as a sentence
 */
export async function shareLink(answerId: string, said: Around): Promise<string> {
  try {
    const shared = await post<{ share: string; expires_at: string }>(`/v1/answers/${encodeURIComponent(answerId)}/share`, {});
    const link = `${location.origin}/#/s/${encodeURIComponent(shared.share)}`;
    return `${await copied(link, said)} ${said.opensUntil(moment(shared.expires_at))}`;
  } catch (failure) {
    if (failure instanceof Problem && failure.isMissing) {
      const link = `${location.origin}/#/a/${encodeURIComponent(answerId)}`;
      return `${await copied(link, said)} ${said.opensForYou}`;
    }
    throw failure;
  }
}

async function copied(link: string, said: Around): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return said.copied;
  } catch {
    return said.link(link);
  }
}
