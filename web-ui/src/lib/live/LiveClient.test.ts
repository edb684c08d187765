import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveClient, type SocketEvents } from './LiveClient';

interface Connection extends SocketEvents {
  readonly since: string | undefined;
  closed: boolean;
}

let connections: Connection[];
let heard: string[];
let client: LiveClient;

const current = () => {
  const connection = connections.at(-1);
  if (connection === undefined) throw new Error('There is no connection.');
  return connection;
};
const say = (message: Record<string, unknown>, connection = current()) => {
  connection.onFrame(JSON.stringify(message));
};

beforeEach(() => {
  vi.useFakeTimers();
  connections = [];
  heard = [];
  client = new LiveClient({
    connect: (since, events) => {
      const connection = { ...events, since, closed: false };
      connections.push(connection);
      return {
        close: () => {
          connection.closed = true;
        },
      };
    },
    listener: {
      onMessage: (message) => heard.push(message.type),
      onResync: () => heard.push('RESYNC'),
      onSessionEnded: () => heard.push('ENDED'),
    },
    random: () => 1,
  });
});

afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

describe('the live client', () => {
  it('is live after the greeting, and has everything fetched that was shown before', () => {
    client.start();
    expect(client.state.status).toBe('connecting');

    say({ type: 'hello', id: '5-0' });

    expect(client.state.status).toBe('live');
    expect(heard).toEqual(['RESYNC']);
  });

  it('passes messages on in their order', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });

    say({ type: 'one', id: '6-0' });
    say({ type: 'two', id: '7-0' });

    expect(heard).toEqual(['RESYNC', 'one', 'two']);
  });

  it('takes up after the last message, and does not fetch what the replay brings', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });
    say({ type: 'one', id: '6-0' });

    current().onClose(1006);
    vi.advanceTimersByTime(500);
    expect(current().since).toBe('6-0');
    say({ type: 'hello', id: '9-0' });
    say({ type: 'two', id: '7-0' });
    current().onClose(1006);
    vi.advanceTimersByTime(500);

    expect(current().since).toBe('7-0');
    expect(heard).toEqual(['RESYNC', 'one', 'two']);
  });

  it('fetches everything when the server says that the past is gone, and goes on from there', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });
    current().onClose(1006);
    vi.advanceTimersByTime(500);
    say({ type: 'hello', id: '900-0' });

    say({ type: 'resync' });
    current().onClose(1006);
    vi.advanceTimersByTime(500);

    expect(heard).toEqual(['RESYNC', 'RESYNC']);
    expect(current().since).toBe('900-0');
  });

  it('fetches everything after a long absence, whatever is replayed', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });
    current().onClose(1006);
    client.networkLost();
    vi.advanceTimersByTime(6 * 60_000);

    say({ type: 'hello', id: '6-0' });

    expect(heard).toEqual(['RESYNC', 'RESYNC']);
  });

  it('waits longer each time, and says offline when hope fades', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });
    const waits: number[] = [];

    for (let failure = 0; failure < 8; failure += 1) {
      const before = Date.now();
      current().onClose(1006);
      waits.push(('retryAt' in client.state ? (client.state.retryAt ?? 0) : 0) - before);
      if (failure === 0) expect(client.state.status).toBe('reconnecting');
      vi.advanceTimersByTime(waits.at(-1) ?? 0);
    }

    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
    expect(client.state.status).toBe('offline');
  });

  it('spreads the waiting, so that not everybody comes back at once', () => {
    const hasty = new LiveClient({
      connect: (_since, events) => {
        queueMicrotask(() => {
          events.onClose(1006);
        });
        return { close: () => undefined };
      },
      listener: { onMessage: vi.fn(), onResync: vi.fn(), onSessionEnded: vi.fn() },
      now: () => 0,
      random: () => 0,
    });

    hasty.start();

    return vi.advanceTimersByTimeAsync(0).then(() => {
      expect(hasty.state).toMatchObject({ status: 'reconnecting', retryAt: 250 });
      hasty.stop();
    });
  });

  it('gives up a connection that never greets', () => {
    client.start();

    vi.advanceTimersByTime(10_000);

    expect(connections[0]?.closed).toBe(true);
    expect(client.state.status).toBe('reconnecting');
  });

  it('stays away when the session has ended', () => {
    client.start();
    say({ type: 'hello', id: '5-0' });

    current().onClose(4401);
    vi.advanceTimersByTime(60_000);

    expect(heard).toEqual(['RESYNC', 'ENDED']);
    expect(connections).toHaveLength(1);
  });

  it('does not hear a connection that it gave up', () => {
    client.start();
    const old = current();
    say({ type: 'hello', id: '5-0' });
    client.networkLost();

    say({ type: 'late', id: '6-0' }, old);
    old.onClose(4401);

    expect(heard).toEqual(['RESYNC']);
  });

  it('tries at once when asked to, and only once', () => {
    client.start();
    current().onClose(1006);

    client.tryNow();
    client.tryNow();
    vi.advanceTimersByTime(5000);

    expect(connections).toHaveLength(2);
  });

  it('survives frames that are not messages', () => {
    client.start();
    ['{', '[]', '"x"', '{"type":1}', 42].forEach((frame) => {
      current().onFrame(frame);
    });

    expect(heard).toEqual([]);
  });
});
