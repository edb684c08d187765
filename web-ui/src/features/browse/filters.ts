import type { MediaType } from '@/lib/api/media';

/** What the shelves are narrowed to. */
export interface ShelfFilter {
  readonly genre?: number;
  readonly year?: number;
  readonly provider?: number;
  readonly rating?: number;
}

/** What a search is narrowed to. */
export interface FindFilter {
  readonly type?: MediaType;
  readonly year?: number;
}

export const TYPES = ['MOVIE', 'SERIES'] as const satisfies readonly MediaType[];
export const RATINGS = [9, 8, 7, 6, 5] as const;

const FIRST_FILM = 1888;

/** Films are announced years ahead. */
const AHEAD = 3;

/** Latest first. */
export function years(now: Date): readonly number[] {
  const last = now.getFullYear() + AHEAD;
  return Array.from({ length: last - FIRST_FILM + 1 }, (_, index) => last - index);
}

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_FILM && value < 2200;
}
