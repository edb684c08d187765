import { LISTS } from '@/features/browse/lists';
import type { DiscoverSearch } from '@/features/browse/routes/DiscoverPage';
import { STATES } from '@/features/requests/filters';
import type { RequestsSearch } from '@/features/requests/routes/RequestsPage';

type Raw = Record<string, unknown>;

const TYPES = ['MOVIE', 'SERIES'] as const;
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

export function discoverSearch(raw: Raw): DiscoverSearch {
  const genre = Number(raw['genre']);
  return {
    ...oneOf('list', LISTS, raw),
    ...oneOf('type', TYPES, raw),
    ...(Number.isSafeInteger(genre) && genre > 0 ? { genre } : {}),
  };
}

export interface FindSearch {
  readonly q?: string;
}

export function findSearch(raw: Raw): FindSearch {
  const q = raw['q'];
  const words = typeof q === 'string' || typeof q === 'number' ? q.toString().slice(0, 200) : '';
  return words === '' ? {} : { q: words };
}
