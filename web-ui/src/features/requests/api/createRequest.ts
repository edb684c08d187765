import { mutationOptions } from '@tanstack/react-query';
import { mediaApi, type NewRequest, type TitleId } from '@/lib/api/media';
import { body } from '@/lib/http';
import { Problem } from '@/lib/problem';

export interface Asking {
  readonly title: TitleId & { readonly title: string };
  readonly request: NewRequest;
  /** The same for each attempt, so that a lost answer never asks twice. */
  readonly idempotencyKey: string;
}

const ATTEMPTS = 3;

export const createRequestMutation = mutationOptions({
  mutationFn: ({ request, idempotencyKey }: Asking) =>
    body(
      mediaApi.POST('/api/v1/requests', {
        body: request,
        params: { header: { 'Idempotency-Key': idempotencyKey } },
      }),
    ),
  retry: (failures, error) =>
    failures + 1 < ATTEMPTS && error instanceof Problem && error.isPassing && error.status !== 429,
});
