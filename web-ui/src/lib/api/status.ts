import { httpClient } from '../http';
import type { paths } from './generated/status';
import type { AnswerOf, RequestOf } from './operations';

export type Status = AnswerOf<paths['/api/v1/status']['get']>;
export type StatusItem = Status['items'][number];
export type StatusState = StatusItem['state'];
export type StatusDay = StatusItem['days'][number];
export type History = AnswerOf<paths['/api/v1/status/{id}/history']['get']>;
export type Capabilities = AnswerOf<paths['/api/v1/capabilities']['get']>;
export type CapabilityName = keyof Capabilities;
export type KumaSettings = RequestOf<paths['/api/v1/status/sources/uptime-kuma']['put']>;

export const statusApi = httpClient<paths>();
export const patientStatusApi = httpClient<paths>(60_000);
