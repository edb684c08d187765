import { httpClient } from '../http';
import type { paths } from './generated/auth';
import type { AnswerOf, RequestOf } from './operations';

export type Me = AnswerOf<paths['/api/v1/auth/me']['get']>;
export type SetupRequest = RequestOf<paths['/api/v1/auth/setup']['post']>;
export type SignInRequest = RequestOf<paths['/api/v1/auth/sessions']['post']>;

export const authApi = httpClient<paths>();
