import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const SOURCE = readFileSync(resolve(import.meta.dirname, '../../worker/worker.js'), 'utf8');
const HOME = 'https://nest.example';
const FILES = ['/index.html', '/theme.js', '/assets/app-1.js'];

type Listener = (event: Record<string, unknown>) => void;

/** A browser around the worker: its caches, and a network that can be away. */
class Browser {
  readonly caches = new Map<string, Map<string, string>>();
  readonly listeners = new Map<string, Listener>();
  online = true;
  asked: string[] = [];

  start(version: string): void {
    const path = (request: unknown) =>
      new URL(typeof request === 'string' ? request : (request as { url: string }).url, HOME)
        .pathname;
    const network = (request: unknown) => {
      this.asked.push(path(request));
      return this.online
        ? Promise.resolve(`network ${version} ${path(request)}`)
        : Promise.reject(new TypeError('Failed to fetch'));
    };
    const caches = {
      keys: () => Promise.resolve([...this.caches.keys()]),
      delete: (name: string) => Promise.resolve(this.caches.delete(name)),
      open: (name: string) => {
        const kept = this.caches.get(name) ?? new Map<string, string>();
        this.caches.set(name, kept);
        return Promise.resolve({
          addAll: (requests: unknown[]) => {
            for (const request of requests)
              kept.set(path(request), `kept ${version} ${path(request)}`);
            return Promise.resolve();
          },
        });
      },
      match: (request: unknown, { cacheName }: { cacheName: string }) =>
        Promise.resolve(this.caches.get(cacheName)?.get(path(request))),
    };
    const worker = {
      location: { origin: HOME },
      clients: { claim: () => Promise.resolve() },
      skipWaiting: () => Promise.resolve(),
      addEventListener: (name: string, listener: Listener) => this.listeners.set(name, listener),
    };
    class FakeRequest {
      constructor(readonly url: string) {}
    }
    // The worker as the browser runs it, in a world of our own.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const run = new Function('self', 'caches', 'fetch', 'Request', 'VERSION', 'FILES', SOURCE) as (
      ...world: unknown[]
    ) => void;
    run(worker, caches, network, FakeRequest, version, FILES);
  }

  async install(version: string): Promise<void> {
    this.start(version);
    for (const name of ['install', 'activate']) {
      let done: unknown;
      this.listeners.get(name)?.({ waitUntil: (work: unknown) => (done = work) });
      await done;
    }
    this.asked = [];
  }

  /** What the worker answers; nothing when it leaves the request alone. */
  async ask(path: string, facts: Readonly<Record<string, string>> = {}): Promise<unknown> {
    let answer: unknown;
    this.listeners.get('fetch')?.({
      request: { url: new URL(path, HOME).href, method: 'GET', mode: 'cors', ...facts },
      respondWith: (given: unknown) => (answer = given),
    });
    return await answer;
  }
}

describe('the service worker', () => {
  let browser: Browser;
  beforeEach(async () => {
    browser = new Browser();
    await browser.install('v1');
  });

  it('opens pages from the network, and the shell when there is none', async () => {
    expect(await browser.ask('/requests?state=PENDING', { mode: 'navigate' })).toBe(
      'network v1 /requests',
    );

    browser.online = false;
    expect(await browser.ask('/requests', { mode: 'navigate' })).toBe('kept v1 /index.html');
    expect(await browser.ask('/theme.js')).toBe('kept v1 /theme.js');
  });

  it('does not ask for what never changes', async () => {
    expect(await browser.ask('/assets/app-1.js')).toBe('kept v1 /assets/app-1.js');
    expect(browser.asked).toEqual([]);
  });

  it.each([
    ['/api/v1/auth/me', {}],
    ['/api/v1/downloads/1/file', { mode: 'navigate' }],
    ['/ws/v1/events', {}],
    ['/assets/of-another-version.js', {}],
    ['/theme.js', { method: 'POST' }],
    ['https://elsewhere.example/theme.js', {}],
  ])('leaves %s alone', async (path, facts) => {
    expect(await browser.ask(path, facts)).toBeUndefined();
    expect(browser.asked).toEqual([]);
  });

  it('keeps nothing of what passes through it', async () => {
    await browser.ask('/requests', { mode: 'navigate' });
    await browser.ask('/api/v1/auth/me');

    expect([...(browser.caches.get('medianest-v1')?.keys() ?? [])]).toEqual(FILES);
  });

  it('gives way to a new version, of which nothing old is left', async () => {
    browser.caches.set('of somebody else', new Map());

    await browser.install('v2');

    expect([...browser.caches.keys()]).toEqual(['of somebody else', 'medianest-v2']);
    browser.online = false;
    expect(await browser.ask('/', { mode: 'navigate' })).toBe('kept v2 /index.html');
  });
});
