import type { RequestView, Season, Standing, TitleCard, TitlePage } from '@/lib/api/media';
import type { Capabilities } from '@/lib/api/status';

const NOW = '2026-03-01T10:00:00Z';
let next = 1;

export function aStanding(facts: Partial<Standing> = {}): Standing {
  return {
    state: 'NOT_REQUESTED',
    percent: null,
    etaSeconds: null,
    reason: null,
    requestId: null,
    mine: false,
    following: false,
    followers: 0,
    playUrl: null,
    releaseDate: null,
    ...facts,
  };
}

/** A film with everything its page shows; a card is what a list shows of it. */
export function aTitle(facts: Partial<TitlePage> = {}): TitlePage {
  return {
    type: 'MOVIE',
    tmdbId: next++,
    title: 'The General',
    originalTitle: 'The General',
    year: 1926,
    overview: 'A locomotive, and who loves it.',
    posterUrl: null,
    backdropUrl: null,
    voteAverage: 8.1,
    releaseDate: '1926-12-31',
    genres: ['Comedy'],
    standing: aStanding(),
    tagline: null,
    runtimeMinutes: 78,
    certification: null,
    cast: [],
    trailerUrl: null,
    status: 'Released',
    seasons: [],
    request: null,
    quota: { limit: 10, windowDays: 7, used: 3, remaining: 7, freeAgainAt: null },
    attribution: 'Film facts from TMDB.',
    ...facts,
  };
}

export function aSeries(seasons: readonly Partial<Season>[], facts: Partial<TitlePage> = {}) {
  return aTitle({
    type: 'SERIES',
    title: 'One Step Beyond',
    seasons: seasons.map((season, index) => ({
      number: index + 1,
      name: `Season ${(index + 1).toString()}`,
      episodeCount: 10,
      airDate: '1959-01-20',
      availableEpisodes: 0,
      state: 'NOT_REQUESTED',
      ...season,
    })),
    quota: { limit: 5, windowDays: 7, used: 1, remaining: 4, freeAgainAt: null },
    ...facts,
  });
}

export function aPlayable(facts: Partial<TitlePage> = {}): TitlePage {
  return aTitle({
    standing: aStanding({
      state: 'AVAILABLE',
      playUrl: 'https://app.plex.tv/desktop/#!/server/homelab/details?key=1',
    }),
    ...facts,
  });
}

export function aRequest(title: TitleCard, facts: Partial<RequestView> = {}): RequestView {
  const id = facts.id ?? `00000000-0000-4000-8001-${(next++).toString().padStart(12, '0')}`;
  return {
    id,
    type: title.type,
    tmdbId: title.tmdbId,
    title: title.title,
    year: title.year,
    posterUrl: title.posterUrl,
    backdropUrl: title.backdropUrl,
    state: 'PENDING',
    standing: { ...title.standing, state: 'AWAITING_APPROVAL', requestId: id },
    seasons: [],
    note: null,
    requestedBy: { id: 'ben', name: 'Ben' },
    followers: 0,
    joined: false,
    reason: null,
    decidedBy: null,
    createdAt: NOW,
    updatedAt: NOW,
    timeline: [{ at: NOW, kind: 'ASKED', text: null, actor: 'Ben' }],
    actions: [],
    ...facts,
  };
}

const works = { available: true, reason: null, since: null };

export const EVERYTHING_WORKS: Capabilities = {
  search: works,
  request: works,
  play: works,
  download: works,
  signInWithPlex: works,
  status: works,
};
