/** What the services have recorded of themselves. What one of them does not know is null, and shown as not known. */

export interface HourOfQuestions {
  hour: string;
  answered: number;
  partial: number;
  clarification: number;
  refused: number;
  failed: number;
}

export interface StageLatency {
  stage: string;
  p50_ms: number | null;
  p95_ms: number | null;
  count: number;
}

export interface AgentHealth {
  id: string;
  state: 'up' | 'down' | 'unknown';
  latency_ms: number | null;
  detail: string | null;
}

export interface Operations {
  from: string;
  to: string;
  questions: { per_hour: HourOfQuestions[] } | null;
  latency: StageLatency[] | null;
  cache: { hit: number; miss: number; joined: number } | null;
  model: { calls: number; tokens: number; cost: string; currency: string } | null;
  agents: AgentHealth[] | null;
  breakers: { tool: string; state: 'closed' | 'open' | 'half_open' }[] | null;
  sync: { source: string; state: string; last_success: string | null; behind: string | null }[] | null;
  failing:
    | { answer_id: string | null; question: string | null; status: string; code: string | null; asked_at: string; sub: string }[]
    | null;
  drift: { kind: string; table: string; column?: string; sentence: string; metrics: string[] }[] | null;
}
