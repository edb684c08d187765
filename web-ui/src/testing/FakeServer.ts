import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Me } from '@/lib/api/auth';
import type { Download, DownloadRequest, Probe } from '@/lib/api/downloads';
import { fakeFilms, filmHandlers } from './fakeFilms';
import { fakeInbox, inboxHandlers } from './fakeInbox';
import { fakeOffice, officeHandlers } from './fakeOffice';
import { ADA, aDownload, aProbe } from './fixtures';
import { at, problem } from './wire';

/** What the services know, and what they were asked. Tests set it up, and read off it what arrived. */
class FakeServer {
  me: Me | null = ADA;
  setupRequired = false;
  downloads: Download[] = [];
  probe: Probe = aProbe();
  submissions: { key: string | null; request: DownloadRequest }[] = [];
  asked: string[] = [];

  reset(): void {
    Object.assign(this, new FakeServer());
    fakeFilms.reset();
    fakeInbox.reset();
    fakeOffice.reset();
  }

  find(id: unknown): Download | undefined {
    return this.downloads.find((download) => download.id === id);
  }

  change(id: string, facts: Partial<Download>): Download {
    this.downloads = this.downloads.map((one) => (one.id === id ? { ...one, ...facts } : one));
    const changed = this.find(id);
    if (changed === undefined) throw new Error(`There is no download ${id}.`);
    return changed;
  }
}

export const fakeServer = new FakeServer();

const gone = () => problem(404, 'DOWNLOAD_NOT_FOUND', 'There is no such download.');

export const server = setupServer(
  http.all('*', ({ request }) => {
    fakeServer.asked.push(`${request.method} ${new URL(request.url).pathname}`);
  }),
  http.get(at('/auth/setup'), () => HttpResponse.json({ required: fakeServer.setupRequired })),
  http.get(at('/auth/me'), () =>
    fakeServer.me === null
      ? problem(401, 'UNAUTHENTICATED', 'Sign in first.')
      : HttpResponse.json(fakeServer.me),
  ),
  http.post(at('/auth/setup'), () => {
    fakeServer.setupRequired = false;
    fakeServer.me = ADA;
    return HttpResponse.json(ADA, { status: 201 });
  }),
  http.post(at('/auth/sessions'), () => {
    fakeServer.me = ADA;
    return HttpResponse.json(ADA, { status: 201 });
  }),
  http.delete(at('/auth/sessions/current'), () => {
    fakeServer.me = null;
    return new HttpResponse(null, { status: 204 });
  }),
  http.post(at('/downloads/probes'), () => HttpResponse.json(fakeServer.probe)),
  http.get(at('/downloads'), ({ request }) => {
    const query = new URL(request.url).searchParams;
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 20);
    return HttpResponse.json({
      items: fakeServer.downloads.slice(from, to),
      nextCursor: to < fakeServer.downloads.length ? to.toString() : null,
    });
  }),
  http.post(at('/downloads'), async ({ request }) => {
    const wanted = (await request.json()) as DownloadRequest;
    fakeServer.submissions.push({ key: request.headers.get('Idempotency-Key'), request: wanted });
    const download = aDownload({ url: wanted.url, quality: wanted.quality });
    fakeServer.downloads.unshift(download);
    return HttpResponse.json(download, { status: 202 });
  }),
  http.get(at('/downloads/:id'), ({ params }) => {
    const download = fakeServer.find(params['id']);
    return download === undefined ? gone() : HttpResponse.json(download);
  }),
  http.post(at('/downloads/:id/cancel'), ({ params }) => {
    const download = fakeServer.find(params['id']);
    return download === undefined ? gone() : HttpResponse.json(download, { status: 202 });
  }),
  http.post(at('/downloads/:id/retry'), ({ params }) =>
    HttpResponse.json(
      fakeServer.change(String(params['id']), {
        state: 'QUEUED',
        failure: null,
        updatedAt: '2026-03-01T11:00:00Z',
      }),
      { status: 202 },
    ),
  ),
  http.delete(at('/downloads/:id'), ({ params }) => {
    fakeServer.downloads = fakeServer.downloads.filter((one) => one.id !== params['id']);
    return new HttpResponse(null, { status: 204 });
  }),
  ...filmHandlers,
  ...inboxHandlers,
  ...officeHandlers,
);

export { at, problem };
