import { httpClient } from '../http';
import type { paths } from './generated/media';
import type { AnswerOf, RequestOf } from './operations';

export type SearchResults = AnswerOf<paths['/api/v1/media/search']['get']>;
export type Library = AnswerOf<paths['/api/v1/media/library']['get']>;
export type TitleCard = SearchResults['library'][number];
export type CatalogueHealth = SearchResults['catalogue'];
export type MediaType = TitleCard['type'];
export type Standing = TitleCard['standing'];
export type TitleState = Standing['state'];
export type DiscoverPage = AnswerOf<paths['/api/v1/media/discover/{shelf}']['get']>;
export type Genre = AnswerOf<paths['/api/v1/media/genres']['get']>['items'][number];
export type TitlePage = AnswerOf<paths['/api/v1/media/titles/{type}/{tmdbId}']['get']>;
export type Season = TitlePage['seasons'][number];
export type Quota = TitlePage['quota'];
export type RequestPage = AnswerOf<paths['/api/v1/requests']['get']>;
export type RequestView = RequestPage['items'][number];
export type RequestState = RequestView['state'];
export type RequestAction = RequestView['actions'][number];
export type TimelineEntry = NonNullable<RequestView['timeline']>[number];
export type RequestCounts = AnswerOf<paths['/api/v1/requests/counts']['get']>;
export type NewRequest = RequestOf<paths['/api/v1/requests']['post']>;
export type Integration = AnswerOf<paths['/api/v1/media/integrations']['get']>['items'][number];
export type SystemKind = Integration['kind'];
export type IntegrationSettings = RequestOf<
  paths['/api/v1/media/integrations/{kind}/test']['post']
>;
export type TestResult = AnswerOf<paths['/api/v1/media/integrations/{kind}/test']['post']>;

export const mediaApi = httpClient<paths>();

/** A test asks another system, which may let one wait. */
export const patientMediaApi = httpClient<paths>(60_000);

/** What names a title everywhere. */
export interface TitleId {
  readonly type: MediaType;
  readonly tmdbId: number;
}

/** How an address says what kind of title it is. */
export type TitleKind = 'movie' | 'series';

export const kindOf = (type: MediaType): TitleKind => (type === 'MOVIE' ? 'movie' : 'series');
export const typeOf = (kind: TitleKind): MediaType => (kind === 'movie' ? 'MOVIE' : 'SERIES');
