import type { Capabilities } from '@/lib/api/status';

/** What people come here for, in the order in which they do it. */
export const ABILITIES = ['play', 'request', 'search', 'download'] as const;

export function capabilitiesOf(capabilities: Capabilities) {
  return ABILITIES.map((name) => ({ name, state: capabilities[name] }));
}
