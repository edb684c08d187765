import type { MediaType, Standing, TitleState } from '../api/media';

/** What a frame of a track shows. */
export type Frame = 'off' | 'on' | 'now' | 'busy' | 'wait' | 'warn' | 'stuck';

/** Asked, approved, sent and found, downloading, importing, in Plex. */
export const STAGES = ['asked', 'approved', 'found', 'downloading', 'importing', 'here'] as const;

/** How many frames have passed, and what the next one shows. */
const COURSE: Readonly<Record<TitleState, readonly [passed: number, next?: Frame]>> = {
  NOT_REQUESTED: [0],
  AWAITING_APPROVAL: [0, 'wait'],
  APPROVED_QUEUED: [1, 'wait'],
  WAITING_FOR_RELEASE: [2, 'wait'],
  SEARCHING: [2, 'wait'],
  DOWNLOADING: [3, 'now'],
  NEEDS_ATTENTION: [3, 'warn'],
  IMPORTED_NOT_IN_PLEX: [5, 'busy'],
  PARTLY_AVAILABLE: [5],
  AVAILABLE: [6],
  DECLINED: [0, 'stuck'],
  CANCELLED: [0],
  REMOVED: [0],
};

export function framesOf({ state, percent }: Pick<Standing, 'state' | 'percent'>): Frame[] {
  const [passed, next = 'off'] = COURSE[state];
  const lit = next === 'now' && percent === null ? 'busy' : next;
  return STAGES.map((_, index) => (index < passed ? 'on' : index === passed ? lit : 'off'));
}

/** 0 to 1, while something downloads and says how far it is. */
export function fractionOf({ state, percent }: Pick<Standing, 'state' | 'percent'>) {
  if (state !== 'DOWNLOADING' || percent === null) return undefined;
  return Math.min(1, Math.max(0, percent / 100));
}

export function isTitleState(value: unknown): value is TitleState {
  return typeof value === 'string' && Object.hasOwn(COURSE, value);
}

const ASKABLE: ReadonlySet<TitleState> = new Set<TitleState>([
  'NOT_REQUESTED',
  'DECLINED',
  'CANCELLED',
  'REMOVED',
]);

const ON_THE_WAY: ReadonlySet<TitleState> = new Set<TitleState>([
  'AWAITING_APPROVAL',
  'APPROVED_QUEUED',
  'WAITING_FOR_RELEASE',
  'SEARCHING',
  'DOWNLOADING',
  'NEEDS_ATTENTION',
  'IMPORTED_NOT_IN_PLEX',
]);

/** Whether somebody may ask for it; of a series that is partly here, for the rest. */
export function isAskable(state: TitleState, type: MediaType): boolean {
  return ASKABLE.has(state) || (type === 'SERIES' && state === 'PARTLY_AVAILABLE');
}

export function isOnTheWay(state: TitleState): boolean {
  return ON_THE_WAY.has(state);
}

export function isHere(state: TitleState): boolean {
  return state === 'AVAILABLE' || state === 'PARTLY_AVAILABLE';
}
