import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const SOURCE = readFileSync(resolve(import.meta.dirname, '../../worker/worker.js'), 'utf8');
const HOME = 'https://nest.example';

type Listener = (event: Record<string, unknown>) => void;

/** What the worker sees of a device: what it shows there, and which windows are open. */
class Device {
  /** What its push service knows it by now; none when it was taken back. */
  subscription: string | undefined;
  readonly keys: unknown[] = [];
  readonly shown: [string, Record<string, unknown>][] = [];
  readonly opened: string[] = [];
  readonly windows: { focused: boolean; address: string }[] = [];
  readonly #listeners = new Map<string, Listener>();

  constructor() {
    const clients = {
      matchAll: () =>
        Promise.resolve(
          this.windows.map((window) => ({
            focus: () => Promise.resolve((window.focused = true)),
            navigate: (address: string) => Promise.resolve((window.address = address)),
          })),
        ),
      openWindow: (address: string) => Promise.resolve(this.opened.push(address)),
    };
    const registration = {
      showNotification: (title: string, options: Record<string, unknown>) =>
        Promise.resolve(this.shown.push([title, options])),
      pushManager: {
        subscribe: ({ applicationServerKey }: PushSubscriptionOptionsInit) => {
          this.keys.push(applicationServerKey);
          return Promise.resolve(this.isKnownBy('https://push.example/new'));
        },
      },
    };
    const worker = {
      location: { origin: HOME },
      clients,
      registration,
      addEventListener: (name: string, listener: Listener) => this.#listeners.set(name, listener),
    };
    // The worker as the browser runs it, in a world of our own.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const run = new Function('self', 'VERSION', 'FILES', SOURCE) as (...world: unknown[]) => void;
    run(worker, 'v1', []);
  }

  isKnownBy(endpoint: string) {
    this.subscription = endpoint;
    return {
      endpoint,
      toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: () => Promise.resolve((this.subscription = undefined)),
    };
  }

  async hears(name: string, event: Record<string, unknown>): Promise<void> {
    let done: unknown;
    this.#listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => (done = work) });
    await done;
  }

  async isPressed(path: unknown): Promise<boolean> {
    let closed = false;
    const close = () => {
      closed = true;
    };
    await this.hears('notificationclick', { notification: { data: path, close } });
    return closed;
  }
}

describe('the service worker', () => {
  let device: Device;
  beforeEach(() => {
    device = new Device();
  });

  it('shows what was pushed, with its reason', async () => {
    const message = {
      id: '1',
      title: 'Charade was declined.',
      body: 'Too big for now',
      path: '/title/movie/4808',
    };

    await device.hears('push', { data: { json: () => message } });

    expect(device.shown).toEqual([
      [
        'Charade was declined.',
        { body: 'Too big for now', tag: '1', icon: '/icon-192.png', data: '/title/movie/4808' },
      ],
    ]);
  });

  it('leads to what it was about in a window of its own', async () => {
    expect(await device.isPressed('/title/movie/4808')).toBe(true);

    expect(device.opened).toEqual([`${HOME}/title/movie/4808`]);
  });

  it('leads there in the window that is open', async () => {
    const window = { focused: false, address: HOME };
    device.windows.push(window);

    await device.isPressed('/inbox');

    expect(window).toEqual({ focused: true, address: `${HOME}/inbox` });
    expect(device.opened).toEqual([]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)', undefined])(
    'leads nowhere but home by %s',
    async (path) => {
      await device.isPressed(path);

      expect(device.opened).toEqual([`${HOME}/inbox`]);
    },
  );

  describe('whose push service takes its address back', () => {
    const told: [string, string, unknown][] = [];
    let status = 201;

    beforeEach(() => {
      told.length = 0;
      status = 201;
      vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit = {}) => {
        told.push([method, path, typeof body === 'string' ? JSON.parse(body) : undefined]);
        return Promise.resolve(
          path.endsWith('/key')
            ? Response.json({ publicKey: 'BP8_-w' })
            : new Response(null, { status }),
        );
      });
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    const subscriptions = '/api/v1/notifications/push/subscriptions';
    const keys = { p256dh: 'p', auth: 'a' };

    it('subscribes again and tells the server of both', async () => {
      const oldSubscription = { endpoint: 'https://push.example/old' };

      await device.hears('pushsubscriptionchange', { oldSubscription, newSubscription: null });

      expect(device.keys).toEqual(['BP8_-w']);
      expect(told.slice(1)).toEqual([
        ['POST', subscriptions, { endpoint: 'https://push.example/new', keys }],
        ['DELETE', subscriptions, { endpoint: 'https://push.example/old' }],
      ]);
    });

    it('takes the address that the browser has got already', async () => {
      const newSubscription = device.isKnownBy('https://push.example/given');

      await device.hears('pushsubscriptionchange', { oldSubscription: null, newSubscription });

      expect(device.keys).toEqual([]);
      expect(told).toEqual([
        ['POST', subscriptions, { endpoint: 'https://push.example/given', keys }],
      ]);
    });

    it('does not look as if it were told when the server does not take it', async () => {
      status = 401;
      const newSubscription = device.isKnownBy('https://push.example/given');

      await expect(
        device.hears('pushsubscriptionchange', { oldSubscription: null, newSubscription }),
      ).rejects.toThrow('401');

      expect(device.subscription).toBeUndefined();
    });
  });
});
