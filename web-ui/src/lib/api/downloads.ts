import { httpClient } from '../http';
import type { paths } from './generated/downloads';
import type { AnswerOf, RequestOf } from './operations';

export type DownloadPage = AnswerOf<paths['/api/v1/downloads']['get']>;
export type DownloadRequest = RequestOf<paths['/api/v1/downloads']['post']>;
export type Download = DownloadPage['items'][number];
export type DownloadState = Download['state'];
export type Progress = NonNullable<Download['progress']>;
export type Probe = AnswerOf<paths['/api/v1/downloads/probes']['post']>;
export type Quality = Download['quality'];

export const downloadsApi = httpClient<paths>();

/** Looking at a link asks a foreign site, which may take its time. */
export const probesApi = httpClient<paths>(120_000);
