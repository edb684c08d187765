import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const SOURCE = readFileSync(resolve(import.meta.dirname, '../../worker/worker.js'), 'utf8');
const HOME = 'https://nest.example';

type Listener = (event: Record<string, unknown>) => void;

/** What the worker sees of a device: what it shows there, and which windows are open. */
class Device {
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
});
