import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { patientStatusApi, statusApi, type KumaSettings } from '@/lib/api/status';
import { body } from '@/lib/http';

export const kumaQuery = queryOptions({
  queryKey: ['integrations', 'uptime-kuma'],
  queryFn: ({ signal }) => body(statusApi.GET('/api/v1/status/sources/uptime-kuma', { signal })),
  staleTime: 15_000,
});

export const testKumaMutation = mutationOptions({
  mutationFn: (settings: KumaSettings) =>
    body(patientStatusApi.POST('/api/v1/status/sources/uptime-kuma/test', { body: settings })),
});

export const connectKumaMutation = mutationOptions({
  mutationFn: async (settings: KumaSettings) => {
    await patientStatusApi.PUT('/api/v1/status/sources/uptime-kuma', { body: settings });
  },
});

export const disconnectKumaMutation = mutationOptions({
  mutationFn: async () => {
    await statusApi.DELETE('/api/v1/status/sources/uptime-kuma');
  },
});
