import { judged } from '../answer/judging';
import { write } from './draft';
import { conversations, recentQuestions } from './history';
import { newConversation } from './thread';

/** Takes away everything that the last person has asked and been answered. */
export function wipe(): void {
  newConversation();
  conversations.value = [];
  recentQuestions.value = [];
  judged.value = new Map();
  write('');
}
