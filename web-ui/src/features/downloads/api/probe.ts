import { queryOptions } from '@tanstack/react-query';
import { probesApi, type Probe } from '@/lib/api/downloads';
import { body } from '@/lib/http';

export interface Found {
  readonly probe: Probe;
  readonly tookSeconds: number;
}

/** Asks what is behind a link. It is a query, so that another link, or none, aborts it. */
export const probeQuery = (link: string | null) =>
  queryOptions({
    queryKey: ['probe', link],
    queryFn: async ({ signal }): Promise<Found> => {
      const began = performance.now();
      const probe = await body(
        probesApi.POST('/api/v1/downloads/probes', { body: { url: link ?? '' }, signal }),
      );
      return { probe, tookSeconds: (performance.now() - began) / 1000 };
    },
    enabled: link !== null,
    retry: false,
    staleTime: 5 * 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { snapshot: true },
  });
