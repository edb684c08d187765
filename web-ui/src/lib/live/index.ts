export { LiveClient, type LiveListener, type LiveState } from './LiveClient';
export type { LiveMessage } from './messages';
export { connectToEvents } from './socket';
