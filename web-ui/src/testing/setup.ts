import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { dismissAllToasts } from '@/components/toasts';
import { speak, withHouse } from '@/lib/i18n';
import { fakeServer, server } from './FakeServer';
import { FakeFeed } from './FakeFeed';

configure({ asyncUtilTimeout: 5000 });

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  await speak('en');
  await withHouse(Promise.resolve());
});

beforeEach(() => {
  fakeServer.reset();
  FakeFeed.reset();
  vi.stubGlobal('WebSocket', FakeFeed);
  vi.stubGlobal('IntersectionObserver', SeesEverything);
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal('scrollTo', () => undefined);
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
});

afterEach(async () => {
  cleanup();
  dismissAllToasts();
  server.resetHandlers();
  localStorage.clear();
  await speak('en');
});

afterAll(() => {
  server.close();
});

/** jsdom lays nothing out, so everything counts as being in sight. */
class SeesEverything {
  constructor(private readonly callback: IntersectionObserverCallback) {}
  observe(): void {
    const entry = { isIntersecting: true } as IntersectionObserverEntry;
    this.callback([entry], this as unknown as IntersectionObserver);
  }
  disconnect(): void {
    // Nothing is kept.
  }
}
