import { HttpResponse } from 'msw';

export const at = (path: string) => `${location.origin}/api/v1${path}`;

/** Answers with a problem document, as all services do. */
export function problem(
  status: number,
  code: string,
  detail?: string,
  more: Record<string, unknown> = {},
) {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, code, detail, ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
