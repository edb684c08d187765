import { isYear, RATINGS, TYPES } from '@/features/browse/filters';
import { LISTS } from '@/features/browse/lists';
import type { DiscoverSearch } from '@/features/browse/routes/DiscoverPage';
import type { FindSearch } from '@/features/browse/routes/SearchPage';
import { STATES, type RequestsSearch } from '@/features/requests/filters';

type Raw = Record<string, unknown>;

const SCOPES = ['MINE', 'ALL'] as const;
const SORTS = ['NEWEST', 'OLDEST', 'UPDATED'] as const;

/** What somebody wrote into the address, as far as it means something. */
function oneOf(name: string, values: readonly string[], raw: Raw): Partial<Raw> {
  const value = values.find((candidate) => candidate === raw[name]);
  return value === undefined ? {} : { [name]: value };
}

export function requestsSearch(raw: Raw): RequestsSearch {
  return {
    ...oneOf('scope', SCOPES, raw),
    ...oneOf('state', STATES, raw),
    ...oneOf('type', TYPES, raw),
    ...oneOf('sort', SORTS, raw),
    ...(typeof raw['request'] === 'string' ? { request: raw['request'] } : {}),
  };
}

/** A whole number that passes. */
function number(name: string, passes: (value: number) => boolean, raw: Raw): Partial<Raw> {
  const value = Number(raw[name]);
  return Number.isSafeInteger(value) && passes(value) ? { [name]: value } : {};
}

const isId = (value: number) => value > 0 && value < 2 ** 31;

export function discoverSearch(raw: Raw): DiscoverSearch {
  return {
    ...oneOf('list', LISTS, raw),
    ...oneOf('type', TYPES, raw),
    ...number('genre', isId, raw),
    ...number('year', isYear, raw),
    ...number('provider', isId, raw),
    ...number('rating', (value) => RATINGS.some((rating) => rating === value), raw),
  };
}

export function findSearch(raw: Raw): FindSearch {
  const q = raw['q'];
  const words = typeof q === 'string' || typeof q === 'number' ? q.toString().slice(0, 200) : '';
  return {
    ...(words === '' ? {} : { q: words }),
    ...oneOf('type', TYPES, raw),
    ...number('year', isYear, raw),
  };
}
