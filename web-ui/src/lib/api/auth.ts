import { httpClient } from '../http';
import type { components, paths } from './generated/auth';
import type { AnswerOf, RequestOf } from './operations';

export type Me = AnswerOf<paths['/api/v1/auth/me']['get']>;
export type SetupRequest = RequestOf<paths['/api/v1/auth/setup']['post']>;
export type SignInRequest = RequestOf<paths['/api/v1/auth/sessions']['post']>;
export type Providers = AnswerOf<paths['/api/v1/auth/providers']['get']>;
export type NewPin = RequestOf<paths['/api/v1/auth/plex/pins']['post']>;
export type Pin = components['schemas']['Pin'];
export type PinAnswer = AnswerOf<paths['/api/v1/auth/plex/pins/{id}']['get']>;
export type NewServerSearch = RequestOf<paths['/api/v1/auth/plex/servers']['post']>;
export type PlexServer = AnswerOf<
  paths['/api/v1/auth/plex/servers/{id}']['get']
>['servers'][number];
export type UserPage = AnswerOf<paths['/api/v1/users']['get']>;
export type User = UserPage['items'][number];
export type UserChange = RequestOf<paths['/api/v1/users/{id}']['patch']>;
export type PlexFriend = AnswerOf<paths['/api/v1/users/plex-friends']['get']>['items'][number];
export type AuditEntry = AnswerOf<paths['/api/v1/users/audit']['get']>['items'][number];
export type NewsPage = AnswerOf<paths['/api/v1/notifications']['get']>;
export type News = NewsPage['items'][number];
export type NewsPreferences = AnswerOf<paths['/api/v1/notifications/preferences']['get']>;
export type NewsWishes = RequestOf<paths['/api/v1/notifications/preferences']['put']>;
export type PushSubscriber = RequestOf<paths['/api/v1/notifications/push/subscriptions']['post']>;

export const authApi = httpClient<paths>();
