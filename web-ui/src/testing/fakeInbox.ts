import { http, HttpResponse } from 'msw';
import type { News, NewsPreferences, NewsWishes, PushSubscriber } from '@/lib/api/auth';
import { FakeFeed } from './FakeFeed';
import { at, problem } from './wire';

let next = 1;

export function someNews(facts: Partial<News> = {}): News {
  return {
    id: `00000000-0000-4000-8003-${(next++).toString().padStart(12, '0')}`,
    kind: 'REQUEST_DECLINED',
    title: 'Charade',
    reason: 'Too big for now',
    link: { type: 'MOVIE', tmdbId: 4808, id: '00000000-0000-4000-8001-000000000001' },
    createdAt: '2026-03-01T10:00:00Z',
    readAt: null,
    ...facts,
  };
}

/** What somebody was told, and how they want to be. */
class FakeInbox {
  news: News[] = [];
  preferences: NewsPreferences = {
    mail: false,
    address: null,
    mailConfigured: true,
    push: true,
    language: 'EN',
  };
  wishes: NewsWishes[] = [];
  /** Where pushes go. */
  endpoints: string[] = [];

  reset(): void {
    Object.assign(this, new FakeInbox());
  }

  read(isIt: (news: News) => boolean): boolean {
    const found = this.news.some(isIt);
    const readAt = new Date().toISOString();
    this.news = this.news.map((news) =>
      isIt(news) ? { ...news, readAt: news.readAt ?? readAt } : news,
    );
    return found;
  }

  /** Something happens while the page is open. */
  arrives(news: News): void {
    this.news = [news, ...this.news];
    FakeFeed.current.say({
      type: 'medianest.notification.added.v1',
      id: `${this.news.length + 1}-0`,
      data: { notificationId: news.id, kind: news.kind, title: news.title, reason: news.reason },
    });
  }
}

export const fakeInbox = new FakeInbox();

const done = () => new HttpResponse(null, { status: 204 });

export const inboxHandlers = [
  http.get(at('/notifications'), ({ request }) => {
    const query = new URL(request.url).searchParams;
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 20);
    return HttpResponse.json({
      items: fakeInbox.news.slice(from, to),
      nextCursor: to < fakeInbox.news.length ? to.toString() : null,
    });
  }),
  http.get(at('/notifications/unread'), () =>
    HttpResponse.json({ count: fakeInbox.news.filter(({ readAt }) => readAt === null).length }),
  ),
  http.post(at('/notifications/read'), () => {
    fakeInbox.read(() => true);
    return done();
  }),
  http.post(at('/notifications/:id/read'), ({ params }) =>
    fakeInbox.read(({ id }) => id === params['id'])
      ? done()
      : problem(404, 'NOTIFICATION_NOT_FOUND', 'There is no such notification.'),
  ),
  http.get(at('/notifications/preferences'), () => HttpResponse.json(fakeInbox.preferences)),
  http.put(at('/notifications/preferences'), async ({ request }) => {
    const wishes = (await request.json()) as NewsWishes;
    fakeInbox.wishes.push(wishes);
    const { language } = fakeInbox.preferences;
    fakeInbox.preferences = {
      ...fakeInbox.preferences,
      ...wishes,
      language: wishes.language ?? language,
    };
    return HttpResponse.json(fakeInbox.preferences);
  }),
  http.get(at('/notifications/push/key'), () => HttpResponse.json({ publicKey: 'BP8_-w' })),
  http.post(at('/notifications/push/subscriptions'), async ({ request }) => {
    const { endpoint } = (await request.json()) as PushSubscriber;
    fakeInbox.endpoints.push(endpoint);
    return new HttpResponse(null, { status: 201 });
  }),
  http.delete(at('/notifications/push/subscriptions'), async ({ request }) => {
    const { endpoint } = (await request.json()) as { endpoint: string };
    fakeInbox.endpoints = fakeInbox.endpoints.filter((one) => one !== endpoint);
    return done();
  }),
];
