import { queryOptions, useQuery } from '@tanstack/react-query';
import { statusApi, type Capabilities, type CapabilityName } from './api/status';
import { body } from './http';

/** What can be done right now, and why not. */
export const capabilitiesQuery = queryOptions({
  queryKey: ['capabilities'],
  queryFn: ({ signal }) => body(statusApi.GET('/api/v1/capabilities', { signal })),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

type Capability = Capabilities[CapabilityName];

const ASSUMED: Capability = { available: true, reason: null, since: null };

/** As long as nobody says otherwise, everything works: a silent gateway must not grey the house out. */
export function useCapability(name: CapabilityName): Capability {
  return useQuery(capabilitiesQuery).data?.[name] ?? ASSUMED;
}
