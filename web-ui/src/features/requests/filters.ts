import type { RequestState } from '@/lib/api/media';

/** In the order in which they matter to whoever decides. */
export const STATES = [
  'PENDING',
  'APPROVED',
  'PROCESSING',
  'FAILED',
  'PARTIALLY_AVAILABLE',
  'AVAILABLE',
  'DECLINED',
  'CANCELLED',
] as const satisfies readonly RequestState[];

export type StateFilter = (typeof STATES)[number];
