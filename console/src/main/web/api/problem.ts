import { read } from './json';

/** Why the service gave nothing, with a sentence that says what to do. */
export class Problem extends Error {
  /**
   * @param status the HTTP status; 0 if the service was not reached
   * @param retryAfter seconds until another try makes sense; null if the service did not say
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly traceId: string | null = null,
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }

  static unreachable(): Problem {
    return new Problem(
      0,
      'UNREACHABLE',
      'Asktrail cannot be reached just now. Check that it runs (./asktrail status) and try again; your question is kept.',
    );
  }

  static cutOff(): Problem {
    return new Problem(0, 'CUT_OFF', 'The connection broke before the answer was complete. Ask again.');
  }

  /** Anything that was thrown, as something that can be shown. */
  static from(thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : Problem.unreachable();
  }

  static async of(response: Response): Promise<Problem> {
    const wait = Number(response.headers.get('Retry-After') ?? NaN);
    const retryAfter = Number.isFinite(wait) ? wait : null;
    const plain = `Asktrail answered with HTTP ${response.status}. Try again in a moment.`;
    try {
      const body = read<{ code?: string; detail?: string; trace_id?: string }>(await response.text());
      return new Problem(response.status, body.code ?? '', body.detail ?? plain, body.trace_id ?? null, retryAfter);
    } catch {
      return new Problem(response.status, '', plain, null, retryAfter);
    }
  }

  /** Whether this service does not have the address at all, as one of an older version. */
  get isMissing(): boolean {
    return this.status === 404;
  }
}
