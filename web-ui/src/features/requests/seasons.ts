import type { Season } from '@/lib/api/media';
import type { Translate } from '@/lib/i18n';
import { isAskable } from '@/lib/titles/standing';

/** Season 0 are the specials: nobody means them by "all". */
const isSpecial = (season: Season) => season.number === 0;

export function canBeAsked(season: Season): boolean {
  return isAskable(season.state, 'SERIES') && season.episodeCount > 0;
}

export const CHOICES = ['missing', 'latest', 'none'] as const;
export type Choice = (typeof CHOICES)[number];

/** Which seasons a choice means. */
export function seasonsOf(choice: Choice, seasons: readonly Season[]): number[] {
  const open = seasons.filter((season) => canBeAsked(season) && !isSpecial(season));
  switch (choice) {
    case 'missing':
      return open.map(({ number }) => number);
    case 'latest':
      return open.slice(-1).map(({ number }) => number);
    case 'none':
      return [];
  }
}

export function episodesIn(seasons: readonly Season[], picked: ReadonlySet<number>): number {
  return seasons
    .filter(({ number }) => picked.has(number))
    .reduce((sum, { episodeCount, availableEpisodes }) => {
      return sum + Math.max(0, episodeCount - availableEpisodes);
    }, 0);
}

/** "season 3", "3 seasons", "the specials": what a button asks for. */
export function namedSeasons(numbers: readonly number[], t: Translate): string {
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined)
    return t('request.seasons', { count: numbers.length });
  return only === 0 ? t('request.specials') : t('request.season', { number: only.toString() });
}
