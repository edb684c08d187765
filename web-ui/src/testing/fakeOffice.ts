import { http, HttpResponse } from 'msw';
import type {
  AuditEntry,
  NewPin,
  PinAnswer,
  PlexFriend,
  PlexServer,
  User,
  UserChange,
} from '@/lib/api/auth';
import type {
  Integration,
  IntegrationSettings,
  Library,
  SystemKind,
  TestResult,
} from '@/lib/api/media';
import type { Status, StatusItem } from '@/lib/api/status';
import { ADA } from './fixtures';
import { at, problem } from './wire';

const NOW = '2026-03-01T10:00:00Z';

/** What the house knows of its people and its systems, and what it was told. */
class FakeOffice {
  plexAvailable = false;
  pins: NewPin[] = [];
  pin: PinAnswer = { state: 'WAITING', message: null, me: null };
  search: { state: PinAnswer['state']; message: string | null; servers: PlexServer[] } = {
    state: 'WAITING',
    message: null,
    servers: [],
  };
  people: User[] = [];
  friends: PlexFriend[] = [];
  imported: number[][] = [];
  changes: UserChange[] = [];
  systems: Integration[] = KINDS.map((kind) => aSystem(kind));
  test: TestResult = { ok: true, message: 'It answers.', url: null, found: null };
  told: { kind: string; settings: IntegrationSettings }[] = [];
  journal: AuditEntry[] = [];
  heldBack: Library['heldBack'] = null;
  heldBackAnswers: string[] = [];
  status: Status = { items: [], sources: [], updatedAt: NOW };

  reset(): void {
    Object.assign(this, new FakeOffice());
  }
}

const KINDS: readonly SystemKind[] = ['PLEX', 'TMDB', 'SEERR', 'RADARR', 'SONARR'];

export function aSystem(kind: SystemKind, facts: Partial<Integration> = {}): Integration {
  return {
    kind,
    configured: false,
    url: null,
    secretSet: false,
    options: {},
    name: null,
    health: { state: 'UNKNOWN', message: null, checkedAt: null },
    ...facts,
  };
}

export function aPerson(username: string, facts: Partial<User> = {}): User {
  return {
    id: `id-of-${username}`,
    username,
    displayName: username,
    permissions: ['requests:create'],
    suspended: false,
    plexUsername: null,
    plexStanding: null,
    createdAt: NOW,
    lastSeenAt: null,
    ...facts,
  };
}

export function aWatched(name: string, facts: Partial<StatusItem> = {}): StatusItem {
  return {
    id: name.toLowerCase(),
    name,
    kind: 'SYSTEM',
    state: 'UP',
    since: null,
    message: null,
    responseMs: 41,
    uptime: { day: 1, week: 1, month: 0.999 },
    days: Array.from({ length: 90 }, (_, index) => ({
      date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      state: index === 40 ? 'DOWN' : 'UP',
      uptime: index === 40 ? 0.4 : 1,
    })),
    group: null,
    ...facts,
  };
}

export const fakeOffice = new FakeOffice();

export const officeHandlers = [
  http.get(at('/auth/providers'), () =>
    HttpResponse.json({
      local: { available: true },
      plex: { available: fakeOffice.plexAvailable, reason: null },
    }),
  ),
  http.post(at('/auth/plex/pins'), async ({ request }) => {
    const wanted = (await request.json()) as NewPin;
    fakeOffice.pins.push(wanted);
    const browser = wanted.method === 'BROWSER';
    return HttpResponse.json(
      {
        id: '00000000-0000-4000-8002-000000000001',
        method: wanted.method,
        authUrl: browser ? 'https://app.plex.tv/auth#?code=abc' : null,
        code: browser ? null : 'K7Q2',
        linkUrl: browser ? null : 'https://plex.tv/link',
        expiresAt: new Date(Date.now() + 14 * 60_000).toISOString(),
      },
      { status: 201 },
    );
  }),
  http.get(at('/auth/plex/pins/:id'), () => HttpResponse.json(fakeOffice.pin)),
  http.post(at('/auth/plex/servers'), () =>
    HttpResponse.json(
      {
        id: '00000000-0000-4000-8002-000000000002',
        method: 'BROWSER',
        authUrl: 'https://app.plex.tv/auth#?code=abc',
        code: null,
        linkUrl: null,
        expiresAt: new Date(Date.now() + 14 * 60_000).toISOString(),
      },
      { status: 201 },
    ),
  ),
  http.get(at('/auth/plex/servers/:id'), () => HttpResponse.json(fakeOffice.search)),
  http.get(at('/users'), ({ request }) => {
    const query = new URL(request.url).searchParams.get('query') ?? '';
    return HttpResponse.json({
      items: fakeOffice.people.filter(({ username }) => username.includes(query)),
      nextCursor: null,
    });
  }),
  http.get(at('/users/permissions'), () =>
    HttpResponse.json({ items: ['requests:create', 'requests:manage', 'music:dance'] }),
  ),
  http.get(at('/users/plex-friends'), () => HttpResponse.json({ items: fakeOffice.friends })),
  http.post(at('/users/import'), async ({ request }) => {
    const { plexIds } = (await request.json()) as { plexIds: number[] };
    fakeOffice.imported.push(plexIds);
    return HttpResponse.json({ imported: [aPerson('eva')], refused: [] });
  }),
  http.patch(at('/users/:id'), async ({ params, request }) => {
    const change = (await request.json()) as UserChange;
    fakeOffice.changes.push(change);
    return HttpResponse.json(
      fakeOffice.people.find(({ id }) => id === params['id']) ?? aPerson('nobody'),
    );
  }),
  http.get(at('/media/integrations'), () => HttpResponse.json({ items: fakeOffice.systems })),
  http.post(at('/media/integrations/:kind/test'), async ({ params, request }) => {
    const settings = (await request.json()) as IntegrationSettings;
    fakeOffice.told.push({ kind: `test ${String(params['kind'])}`, settings });
    return HttpResponse.json(fakeOffice.test);
  }),
  http.put(at('/media/integrations/:kind'), async ({ params, request }) => {
    const settings = (await request.json()) as IntegrationSettings;
    fakeOffice.told.push({ kind: String(params['kind']), settings });
    fakeOffice.systems = fakeOffice.systems.map((system) =>
      system.kind.toLowerCase() === params['kind']
        ? { ...system, configured: true, secretSet: true, url: settings.url ?? null }
        : system,
    );
    return HttpResponse.json(
      fakeOffice.systems.find(({ kind }) => kind.toLowerCase() === params['kind']),
    );
  }),
  http.get(at('/media/library'), () =>
    HttpResponse.json({
      state: 'SCANNING',
      message: null,
      items: 1290,
      lastScanAt: null,
      running: { section: 'Films', done: 400, total: 1200 },
      heldBack: fakeOffice.heldBack,
      unmatched: { count: 0, items: [] },
    }),
  ),
  http.post(at('/media/library/held-back/:answer'), ({ params }) => {
    fakeOffice.heldBackAnswers.push(String(params['answer']));
    fakeOffice.heldBack = null;
    return new HttpResponse(null, { status: 204 });
  }),
  http.get(at('/users/audit'), () =>
    HttpResponse.json({ items: fakeOffice.journal, nextCursor: null }),
  ),
  http.get(at('/status'), () => HttpResponse.json(fakeOffice.status)),
  http.get(at('/status/:id/history'), () => HttpResponse.json({ points: [], changes: [] })),
  http.get(at('/status/sources/uptime-kuma'), () =>
    HttpResponse.json({
      configured: false,
      method: null,
      url: null,
      username: null,
      slug: null,
      passwordSet: false,
      apiKeySet: false,
      state: null,
      message: null,
    }),
  ),
  http.post(at('/status/sources/uptime-kuma/test'), () =>
    problem(422, 'VALIDATION_FAILED', 'Some fields are not as they must be.'),
  ),
];

/** Who may do all that an office is for. */
export const NOOR = {
  ...ADA,
  username: 'noor',
  displayName: 'Noor',
  permissions: [...ADA.permissions, 'settings:manage', 'users:manage', 'audit:read'],
};
