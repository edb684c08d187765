import createClient, { type Client } from 'openapi-fetch';
import { Problem } from './problem';

const PATIENCE_MS = 20_000;

/**
 * A typed client of one service. Whatever is not a success is thrown as a {@link Problem};
 * an abort by the caller stays an abort.
 */
export function httpClient<Paths extends object>(patienceMs = PATIENCE_MS): Client<Paths> {
  return createClient<Paths>({
    baseUrl: globalThis.location.origin,
    credentials: 'same-origin',
    fetch: (request) => send(request, patienceMs),
  });
}

async function send(request: Request, patienceMs: number): Promise<Response> {
  const patience = AbortSignal.timeout(patienceMs);
  let response: Response;
  try {
    response = await fetch(request, { signal: AbortSignal.any([request.signal, patience]) });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw patience.aborted ? Problem.timedOut() : Problem.unreachable();
  }
  if (!response.ok) throw await Problem.of(response);
  return response;
}

/** The body of an answer that is known to be a success, because everything else was thrown. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await answer;
  if (data === undefined || data === null) throw new Problem({ status: 0, code: 'UNEXPECTED' });
  return data;
}
