import { mutationOptions } from '@tanstack/react-query';
import { downloadsApi, type DownloadRequest } from '@/lib/api/downloads';
import { body } from '@/lib/http';
import { Problem } from '@/lib/problem';

export interface Submission {
  readonly request: DownloadRequest;
  /** The same for each attempt of one submission, so that a lost answer never downloads twice. */
  readonly idempotencyKey: string;
}

const ATTEMPTS = 3;

export const createDownloadMutation = mutationOptions({
  mutationFn: ({ request, idempotencyKey }: Submission) =>
    body(
      downloadsApi.POST('/api/v1/downloads', {
        body: request,
        params: { header: { 'Idempotency-Key': idempotencyKey } },
      }),
    ),
  retry: (failures, error) =>
    failures + 1 < ATTEMPTS && error instanceof Problem && error.isPassing && error.status !== 429,
});
