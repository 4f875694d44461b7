/** What people keep, who they are, and what may be asked for: the smaller shapes of the API. */

export interface Me {
  sub: string;
  roles: string[];
  regions: string[];
  teams: string[];
  may_operate: boolean;
}

export interface Conversation {
  id: string;
  title: string;
  last_question: string;
  asked_at: string;
  answers: number;
}

export interface ConversationTurns {
  id: string;
  turns: { answer_id: string; question: string | null; status: string; asked_at: string; text: string }[];
}

export interface Feedback {
  thumb: 'up' | 'down';
  comment?: string | null;
  /** How the question should have been read: a task that can be asked. */
  correction?: Record<string, unknown>;
}

export interface Names {
  label: Record<string, string>;
  synonyms: Record<string, string[]>;
}

export interface Metric {
  id: string;
  names: Names;
  unit: string;
  direction: 'up' | 'down' | 'neutral';
  description: string;
  formula?: string;
  sources: string[];
  owner: string;
}

export interface Dimension {
  id: string;
  names: Names;
  description: string;
  values: string[];
}

export interface SourceFreshness {
  tool: string;
  label: string;
  fresh_to: string | null;
  provisional_from: string | null;
  synced_at: string | null;
  state: 'ok' | 'behind' | 'failing' | 'unknown';
}
