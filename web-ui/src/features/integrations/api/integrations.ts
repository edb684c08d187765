import { mutationOptions, queryOptions } from '@tanstack/react-query';
import {
  mediaApi,
  patientMediaApi,
  type IntegrationSettings,
  type SystemKind,
} from '@/lib/api/media';
import { body } from '@/lib/http';

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: ({ signal }) => body(mediaApi.GET('/api/v1/media/integrations', { signal })),
  staleTime: 15_000,
});

interface Wanted {
  readonly kind: SystemKind;
  readonly settings: IntegrationSettings;
}

const params = (kind: SystemKind) => ({ path: { kind: kind.toLowerCase() } });

/** Looks at a system as it is described, without keeping anything. */
export const testMutation = mutationOptions({
  mutationFn: ({ kind, settings }: Wanted) =>
    body(
      patientMediaApi.POST('/api/v1/media/integrations/{kind}/test', {
        params: params(kind),
        body: settings,
      }),
    ),
});

export const connectMutation = mutationOptions({
  mutationFn: ({ kind, settings }: Wanted) =>
    body(
      patientMediaApi.PUT('/api/v1/media/integrations/{kind}', {
        params: params(kind),
        body: settings,
      }),
    ),
});

export const disconnectMutation = mutationOptions({
  mutationFn: async (kind: SystemKind) => {
    await mediaApi.DELETE('/api/v1/media/integrations/{kind}', { params: params(kind) });
  },
});

export const webhookMutation = mutationOptions({
  mutationFn: (kind: SystemKind) =>
    body(
      mediaApi.POST('/api/v1/media/integrations/{kind}/webhook-secret', { params: params(kind) }),
    ),
});
