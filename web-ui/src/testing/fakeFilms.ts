import { http, HttpResponse } from 'msw';
import type {
  CatalogueHealth,
  NewRequest,
  RequestState,
  RequestView,
  TitlePage,
  TitleState,
} from '@/lib/api/media';
import type { Capabilities } from '@/lib/api/status';
import { aRequest, EVERYTHING_WORKS } from './films';
import { at, problem } from './wire';

/** What the media service knows, and what it was asked. */
class FakeFilms {
  titles: TitlePage[] = [];
  requests: RequestView[] = [];
  catalogue: CatalogueHealth = { state: 'UP', message: null };
  capabilities: Capabilities = EVERYTHING_WORKS;
  wishes: { key: string | null; request: NewRequest }[] = [];
  followed: string[] = [];
  reasons: string[] = [];

  reset(): void {
    Object.assign(this, new FakeFilms());
  }

  find(type: unknown, tmdbId: unknown): TitlePage | undefined {
    return this.titles.find(
      (title) =>
        title.tmdbId === Number(tmdbId) &&
        title.type === (type === 'movie' || type === 'MOVIE' ? 'MOVIE' : 'SERIES'),
    );
  }

  follow(method: 'PUT' | 'DELETE', { type, id }: Readonly<Record<string, unknown>>): void {
    this.followed.push(`${method} ${String(type)} ${String(id)}`);
    const title = this.find(type, id);
    this.titles = this.titles.map((one) =>
      one === title ? { ...one, standing: { ...one.standing, following: method === 'PUT' } } : one,
    );
  }

  change(id: unknown, facts: Partial<RequestView>, state: TitleState): RequestView | undefined {
    this.requests = this.requests.map((one) =>
      one.id === id ? { ...one, ...facts, actions: [], standing: { ...one.standing, state } } : one,
    );
    return this.requests.find((one) => one.id === id);
  }
}

export const fakeFilms = new FakeFilms();

const HERE: readonly TitleState[] = ['AVAILABLE', 'PARTLY_AVAILABLE'];
const OPEN: readonly TitleState[] = ['NOT_REQUESTED', 'DECLINED', 'CANCELLED', 'REMOVED'];

const answer = (view: RequestView | undefined) =>
  view === undefined
    ? problem(404, 'REQUEST_NOT_FOUND', 'There is no such request.')
    : HttpResponse.json(view);

const counts = (state: RequestState) =>
  fakeFilms.requests.filter((one) => one.state === state).length;

export const filmHandlers = [
  http.get(at('/capabilities'), () => HttpResponse.json(fakeFilms.capabilities)),
  http.get(at('/media/search'), ({ request }) => {
    const wanted = new URL(request.url).searchParams;
    const query = wanted.get('query')?.toLowerCase() ?? '';
    const page = Number(wanted.get('page') ?? 1);
    const hits = fakeFilms.titles.filter(
      ({ title, type, year }) =>
        title.toLowerCase().includes(query) &&
        (wanted.get('type') ?? type) === type &&
        Number(wanted.get('year') ?? year) === year,
    );
    const open = hits.filter(({ standing }) => OPEN.includes(standing.state));
    const down = fakeFilms.catalogue.state !== 'UP';
    return HttpResponse.json({
      library: page > 1 ? [] : hits.filter(({ standing }) => HERE.includes(standing.state)),
      onTheWay:
        page > 1
          ? []
          : hits.filter(
              ({ standing }) => !HERE.includes(standing.state) && !OPEN.includes(standing.state),
            ),
      requestable: down ? [] : open.slice((page - 1) * 20, page * 20),
      catalogue: fakeFilms.catalogue,
      page,
      totalPages: Math.max(1, Math.ceil(open.length / 20)),
    });
  }),
  http.get(at('/media/discover/:shelf'), ({ request }) => {
    const query = new URL(request.url).searchParams;
    const page = Number(query.get('page') ?? 1);
    const type = query.get('type');
    const year = query.get('year');
    const rating = Number(query.get('rating') ?? 0);
    const genre = query.has('genre') ? 'Drama' : null;
    const all = query.has('provider')
      ? []
      : fakeFilms.titles.filter(
          (title) =>
            (type === null || title.type === type) &&
            (year === null || title.year === Number(year)) &&
            (genre === null || title.genres.includes(genre)) &&
            (title.voteAverage ?? 0) >= rating,
        );
    return HttpResponse.json({
      items: all.slice((page - 1) * 20, page * 20),
      page,
      totalPages: Math.max(1, Math.ceil(all.length / 20)),
      catalogue: fakeFilms.catalogue,
    });
  }),
  http.get(at('/media/recently-added'), () =>
    HttpResponse.json({
      items: fakeFilms.titles.filter(({ standing }) => standing.state === 'AVAILABLE'),
    }),
  ),
  http.get(at('/media/genres'), () => HttpResponse.json({ items: [{ id: 18, name: 'Drama' }] })),
  http.get(at('/media/providers'), () =>
    HttpResponse.json({ items: [{ id: 258, name: 'Criterion Channel' }] }),
  ),
  http.get(at('/media/titles/:type/:id'), ({ params }) => {
    const title = fakeFilms.find(params['type'], params['id']);
    return title === undefined
      ? problem(404, 'TITLE_NOT_FOUND', 'There is no such title.')
      : HttpResponse.json(title);
  }),
  http.put(at('/media/titles/:type/:id/follow'), ({ params }) => {
    fakeFilms.follow('PUT', params);
    return new HttpResponse(null, { status: 204 });
  }),
  http.delete(at('/media/titles/:type/:id/follow'), ({ params }) => {
    fakeFilms.follow('DELETE', params);
    return new HttpResponse(null, { status: 204 });
  }),
  http.post(at('/requests'), async ({ request }) => {
    const wanted = (await request.json()) as NewRequest;
    fakeFilms.wishes.push({ key: request.headers.get('Idempotency-Key'), request: wanted });
    const title = fakeFilms.find(wanted.type, wanted.tmdbId);
    if (title === undefined) return problem(404, 'TITLE_NOT_FOUND', 'There is no such title.');
    const view = aRequest(title, {
      requestedBy: { id: 'ada', name: 'ada' },
      standing: { ...title.standing, state: 'AWAITING_APPROVAL', mine: true },
    });
    fakeFilms.requests.unshift(view);
    fakeFilms.titles = fakeFilms.titles.map((one) =>
      one === title ? { ...one, standing: view.standing, request: view } : one,
    );
    return HttpResponse.json(view, { status: 201 });
  }),
  http.get(at('/requests'), ({ request }) => {
    const query = new URL(request.url).searchParams;
    const states = query.getAll('state');
    return HttpResponse.json({
      items: fakeFilms.requests.filter(
        (one) =>
          (states.length === 0 || states.includes(one.state)) &&
          (query.get('type') ?? one.type) === one.type &&
          (query.get('scope') === 'ALL' || one.standing.mine),
      ),
      nextCursor: null,
    });
  }),
  http.get(at('/requests/counts'), () =>
    HttpResponse.json({
      total: fakeFilms.requests.length,
      pending: counts('PENDING'),
      approved: counts('APPROVED'),
      processing: counts('PROCESSING'),
      partiallyAvailable: counts('PARTIALLY_AVAILABLE'),
      available: counts('AVAILABLE'),
      declined: counts('DECLINED'),
      failed: counts('FAILED'),
      cancelled: counts('CANCELLED'),
    }),
  ),
  http.get(at('/requests/:id'), ({ params }) =>
    answer(fakeFilms.requests.find((one) => one.id === params['id'])),
  ),
  http.post(at('/requests/:id/approve'), ({ params }) =>
    answer(fakeFilms.change(params['id'], { state: 'APPROVED' }, 'APPROVED_QUEUED')),
  ),
  http.post(at('/requests/:id/cancel'), ({ params }) =>
    answer(fakeFilms.change(params['id'], { state: 'CANCELLED' }, 'CANCELLED')),
  ),
  http.post(at('/requests/:id/retry'), ({ params }) =>
    answer(fakeFilms.change(params['id'], { state: 'PROCESSING' }, 'SEARCHING')),
  ),
  http.post(at('/requests/:id/decline'), async ({ params, request }) => {
    const { reason } = (await request.json()) as { reason: string };
    fakeFilms.reasons.push(reason);
    return answer(fakeFilms.change(params['id'], { state: 'DECLINED', reason }, 'DECLINED'));
  }),
];
