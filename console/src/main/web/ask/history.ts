import { signal } from '@preact/signals';
import { getIfThere, remove } from '../api/http';
import type { Conversation } from '../api/kept';

/** The caller's conversations, newest first; null where this service keeps no list. */
export const conversations = signal<Conversation[] | null>([]);

/** What the caller has asked before, newest first. */
export const recentQuestions = signal<string[]>([]);

const MOST_REMEMBERED = 40;

export async function loadConversations(): Promise<void> {
  try {
    const list = await getIfThere<{ conversations: Conversation[] }>('/v1/conversations?limit=50');
    conversations.value = list?.conversations ?? null;
  } catch {
    // The list is a help beside the answer: what is there stays, and the next question tries again.
  }
}

export async function loadRecentQuestions(): Promise<void> {
  try {
    const recent = await getIfThere<{ questions: string[] }>('/v1/questions/recent?limit=20');
    recentQuestions.value = recent?.questions ?? recentQuestions.value;
  } catch {
    // Completion does without.
  }
}

export function rememberQuestion(question: string): void {
  recentQuestions.value = [question, ...recentQuestions.value.filter((known) => known !== question)].slice(
    0,
    MOST_REMEMBERED,
  );
}

export async function forgetConversation(id: string): Promise<void> {
  await remove(`/v1/conversations/${encodeURIComponent(id)}`);
  conversations.value = conversations.value?.filter((kept) => kept.id !== id) ?? null;
}
