import { linkOptions } from '@tanstack/react-router';
import type { News } from '@/lib/api/auth';
import { kindOf, type TitleId } from '@/lib/api/media';

/** The page of a title. */
export function titlePlace({ type, tmdbId }: TitleId) {
  return linkOptions({
    to: '/title/$kind/$tmdbId',
    params: { kind: kindOf(type), tmdbId: tmdbId.toString() },
  });
}

/** Where one sees what a notification is about. */
export function placeOf({ type, tmdbId, id }: News['link']) {
  return type === 'DOWNLOAD' || tmdbId === null
    ? linkOptions({ to: '/downloads', search: { play: id } })
    : titlePlace({ type, tmdbId });
}
