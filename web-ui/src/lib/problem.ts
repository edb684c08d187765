export interface Violation {
  readonly field: string;
  readonly message: string;
}

interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly violations?: readonly Violation[] | undefined;
  readonly traceId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Why a request did not do what was asked, in the words of the server where it had any. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly violations: readonly Violation[];
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.detail ?? facts.code);
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.violations = facts.violations ?? [];
    this.traceId = facts.traceId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }

  /** The same request may well succeed a little later, without anybody changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  get isSignedOut(): boolean {
    return this.status === 401 && this.code === 'UNAUTHENTICATED';
  }

  static unreachable(): Problem {
    return new Problem({ status: 0, code: 'UNREACHABLE' });
  }

  static timedOut(): Problem {
    return new Problem({ status: 0, code: 'TIMED_OUT' });
  }

  static async of(response: Response): Promise<Problem> {
    const body = await readBody(response);
    return new Problem({
      status: response.status,
      code: text(body['code']) ?? codeOf(response.status),
      detail: text(body['detail']),
      violations: violationsOf(body['violations']),
      traceId: text(body['traceId']),
      retryAfterSeconds: secondsOf(response.headers.get('Retry-After')),
    });
  }

  static from(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem({ status: 0, code: 'UNEXPECTED' });
  }
}

const LONGEST_PAUSE_MS = 10_000;

/** How many milliseconds to wait before asking once more: what the server says, if that is longer than what we would. */
export function retryDelay(failures: number, error: Error): number {
  const told = error instanceof Problem ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.min(LONGEST_PAUSE_MS, Math.max(told, Math.min(4000, 600 * 2 ** failures)));
}

/** A proxy in front of us may answer in HTML; then only the status speaks. */
async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function codeOf(status: number): string {
  switch (status) {
    case 401:
      return 'UNAUTHENTICATED';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 429:
      return 'RATE_LIMITED';
    case 502:
    case 503:
    case 504:
      return 'SERVICE_UNAVAILABLE';
    default:
      return 'INTERNAL';
  }
}

function violationsOf(value: unknown): Violation[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((entry) => {
    const field = text(entry['field']);
    const message = text(entry['message']);
    return field === undefined || message === undefined ? [] : [{ field, message }];
  });
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
