import type { Capabilities } from '@/lib/api/status';

/** What people come here for, in the order in which they do it. */
export const ABILITIES = ['play', 'request', 'search', 'download'] as const;

/** None of them, as long as nothing is known. */
export function capabilitiesOf(capabilities: Capabilities | undefined) {
  if (capabilities === undefined) return [];
  return ABILITIES.map((name) => ({ name, state: capabilities[name] }));
}
