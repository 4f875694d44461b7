/** What the gateway sends and takes, as far as this page reads it; written from the module `contracts`. */
import type { LosslessNumber } from 'lossless-json';

/** A number as it came: a plain one where that loses no digit, else its digits. */
export type Exact = number | LosslessNumber;

export type Cell = string | Exact | null;

export type Intent = 'analytics.query' | 'diagnostics' | 'data.export' | 'meta.help';
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not_in' | 'contains' | 'is_null';
export type Direction = 'asc' | 'desc';
export type ComparisonKind = 'previous_period' | 'previous_year' | 'explicit';

export interface Period {
  start?: string | null;
  end?: string | null;
  tz?: string | null;
  range?: string | null;
  grain?: Grain | null;
}

export interface Comparison {
  kind: ComparisonKind;
  start?: string | null;
  end?: string | null;
}

export interface Filter {
  field: string;
  op: Operator;
  value?: string | Exact | string[] | null;
}

export interface Ordering {
  field: string;
  direction: Direction;
}

export type Entities = Record<string, string[] | null>;

export interface Scope {
  metrics: string[];
  entities: Entities;
}

export interface Calculation {
  kind: string;
  metric?: string | null;
  window?: number | null;
  of?: string | null;
  horizon_days?: number | null;
}

export interface TaskSpec {
  intent?: Intent | null;
  metrics: string[];
  group_by?: string[] | null;
  entities?: Entities | null;
  time?: Period | null;
  compare?: Comparison | null;
  filters?: Filter[] | null;
  order_by?: Ordering[] | null;
  limit?: number | null;
  scopes?: Scope[] | null;
  calculations?: Calculation[] | null;
  diagnosis?: { kind: string } | null;
  help?: { topic: string; id?: string | null } | null;
  export?: { format: string } | null;
}

export interface Span {
  from: number;
  to: number;
  text: string;
  role: string;
  id: string;
}

export interface Clarification {
  question: string;
  options: { label: string; task: TaskSpec }[];
}

export interface Reading {
  status: 'understood' | 'unclear' | 'out_of_scope';
  task?: TaskSpec | null;
  confidence: Exact;
  spans: Span[];
  by: 'rules' | 'model' | 'verified';
}

export interface StepInputs {
  left?: string;
  right?: string | null;
  within?: string | null;
  current?: string;
  previous?: string;
  only?: { of: string } | null;
  formulas?: string[];
}

export interface Plan {
  steps: { id: string; tool: string; inputs: StepInputs }[];
  outputs: { table: string };
}

export interface Verdict {
  rule: string;
  passed: boolean;
  reason?: string;
}

export type CacheUse = 'miss' | 'hit' | 'joined';

export interface TrailStep {
  step: string;
  agent: string;
  tool: string;
  query?: string;
  rows: number;
  ms: number;
  attempts: number;
  cache: CacheUse;
  error?: string;
  verdicts: Verdict[];
}

export interface Thought {
  round: number;
  thought: string;
  looks: string[];
  seen: string[];
}

export interface Column {
  id: string;
  label: string;
  type: 'text' | 'number' | 'date';
  unit?: string;
}

export interface Table {
  columns: Column[];
  rows: Cell[][];
  totals?: Cell[];
}

export interface Figure {
  from: number;
  to: number;
  value: Exact;
  row?: number;
  column?: string;
  formula?: string;
}

export interface Freshness {
  source: string;
  covered_from?: string;
  covered_to?: string;
  loaded_at?: string;
  provisional_from?: string;
}

/** A language that answers are written in. */
export type Language = 'en' | 'hi';

export type AnswerStatus = 'answered' | 'partial' | 'clarification' | 'refused' | 'failed';

export interface ExportedFile {
  id: string;
  link: string;
  format: FileFormat;
  file_name: string;
  rows: number;
  truncated: boolean;
}

export type FileFormat = 'csv' | 'xlsx' | 'parquet';

export interface Since {
  status: 'unchanged' | 'restated' | 'redefined' | 'unknown';
  checked_at: string;
  text: string;
}

export interface Answer {
  id: string;
  conversation_id: string;
  status: AnswerStatus;
  question: string | null;
  lang?: Language;
  text: string;
  figures: Figure[];
  table: Table | null;
  chart: Record<string, unknown> | null;
  insights: string[];
  method: string | null;
  assumptions: string[];
  caveats: { code: string; text: string }[];
  refusal: { code: string; rule?: string; reason: string; nearest: TaskSpec[] } | null;
  clarification: Clarification | null;
  followups: TaskSpec[];
  followup_names?: string[];
  reading: Reading | null;
  task: TaskSpec | null;
  plan: Plan | null;
  trail: TrailStep[];
  scratchpad: Thought[];
  guardrails: Verdict[];
  freshness: Freshness[];
  policies: string[];
  cost: { model_calls: number; tokens: number; money: Exact };
  cache: CacheUse;
  registry_version: string;
  trace_id: string | null;
  took_ms: number;
  export?: ExportedFile;
  since?: Since;
}

/** What happens on the way to an answer. */
export type Stage =
  | { event: 'understood'; data: Reading }
  | { event: 'planned'; data: Plan }
  | { event: 'step'; data: TrailStep }
  | { event: 'thought'; data: Thought };
