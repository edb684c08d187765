import { describe, expect, it } from 'vitest';
import { Problem, retryDelay } from './problem';

describe('Problem', () => {
  it('reads a problem document', async () => {
    const problem = await Problem.of(
      Response.json(
        {
          code: 'VALIDATION_FAILED',
          detail: 'Two fields are wrong.',
          traceId: 'abc',
          violations: [{ field: 'username', message: 'is taken' }, { field: 7 }],
        },
        { status: 400, headers: { 'Retry-After': '12' } },
      ),
    );

    expect(problem).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      detail: 'Two fields are wrong.',
      traceId: 'abc',
      retryAfterSeconds: 12,
      violations: [{ field: 'username', message: 'is taken' }],
    });
  });

  it('goes by the status when a proxy answers in HTML', async () => {
    const problem = await Problem.of(new Response('<h1>Bad gateway</h1>', { status: 502 }));

    expect(problem).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      detail: undefined,
      violations: [],
    });
  });

  it('knows what may pass by itself', () => {
    const statusIsPassing = (status: number) => new Problem({ status, code: 'X' }).isPassing;

    expect([0, 429, 500, 503].map(statusIsPassing)).toEqual([true, true, true, true]);
    expect([400, 401, 404, 409, 422].some(statusIsPassing)).toBe(false);
  });

  it('does not take every 401 for an ended session', () => {
    expect(new Problem({ status: 401, code: 'SIGN_IN_FAILED' }).isSignedOut).toBe(false);
    expect(new Problem({ status: 401, code: 'UNAUTHENTICATED' }).isSignedOut).toBe(true);
  });
});

describe('the pause before asking again', () => {
  const after = (retryAfterSeconds?: number) =>
    new Problem({ status: 429, code: 'RATE_LIMITED', retryAfterSeconds });

  it('grows', () => {
    expect([0, 1, 2, 9].map((failures) => retryDelay(failures, after()))).toEqual([
      600, 1200, 2400, 4000,
    ]);
  });

  it('is as long as the server says, within bounds', () => {
    expect(retryDelay(0, after(3))).toBe(3000);
    expect(retryDelay(2, after(1))).toBe(2400);
    expect(retryDelay(0, after(3600))).toBe(10_000);
  });
});
