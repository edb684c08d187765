import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { at, problem, server } from '@/testing/FakeServer';
import type { paths } from './api/generated/auth';
import { body, httpClient } from './http';
import { Problem } from './problem';

const ask = (signal?: AbortSignal, patienceMs?: number) =>
  body(httpClient<paths>(patienceMs).GET('/api/v1/auth/me', signal ? { signal } : {}));

describe('the HTTP client', () => {
  it('gives the body of a success', async () => {
    await expect(ask()).resolves.toMatchObject({ username: 'ada' });
  });

  it('throws what the server said', async () => {
    server.use(http.get(at('/auth/me'), () => problem(403, 'FORBIDDEN', 'Not for you.')));

    await expect(ask()).rejects.toMatchObject({
      name: 'Problem',
      status: 403,
      detail: 'Not for you.',
    });
  });

  it('says that nobody answered', async () => {
    server.use(http.get(at('/auth/me'), () => HttpResponse.error()));

    await expect(ask()).rejects.toMatchObject({ code: 'UNREACHABLE', status: 0 });
  });

  it('gives up on a server that does not answer', async () => {
    server.use(http.get(at('/auth/me'), () => delay('infinite')));

    await expect(ask(undefined, 20)).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });

  it('leaves an abort an abort', async () => {
    server.use(http.get(at('/auth/me'), () => delay('infinite')));
    const controller = new AbortController();

    const answer = ask(controller.signal);
    controller.abort();

    await expect(answer).rejects.not.toBeInstanceOf(Problem);
  });
});
