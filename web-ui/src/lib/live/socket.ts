import type { Connect } from './LiveClient';

/** The live feed of this origin. */
export const connectToEvents: Connect = (since, events) => {
  const address = new URL('/ws/v1/events', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  if (since !== undefined) address.searchParams.set('since', since);
  const socket = new WebSocket(address);
  socket.onmessage = (event) => {
    events.onFrame(event.data);
  };
  socket.onclose = (event) => {
    events.onClose(event.code);
  };
  return socket;
};
