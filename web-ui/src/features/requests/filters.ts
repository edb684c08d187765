import type { MediaType, RequestState } from '@/lib/api/media';
import type { Scope, Sort } from './api/listRequests';

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

/** What the address says of the page. */
export interface RequestsSearch {
  readonly scope?: Scope;
  readonly state?: StateFilter;
  readonly type?: MediaType;
  readonly sort?: Sort;
  readonly request?: string;
}
