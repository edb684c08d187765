import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { withHouse } from '@/lib/i18n';
import { Root } from './Root';
import { discoverSearch, findSearch, requestsSearch } from './searches';
import {
  offersPlex,
  requireNewServer,
  requirePermission,
  requireSession,
  requireStranger,
  signInSearch,
} from './session';

interface Context {
  readonly queryClient: QueryClient;
}

export interface DownloadsSearch {
  /** The download that plays. */
  readonly play?: string;
  /** A link that waits to be looked at. */
  readonly link?: string;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Root });

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: ({ context }) => requireNewServer(context.queryClient),
  component: lazyRouteComponent(() => withHouse(import('./routes/Setup')), 'Setup'),
});

/** After the account: one system at a time, for whoever may connect them. */
const continueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup/$step',
  beforeLoad: async ({ context, location }) => ({
    me: await requirePermission(context.queryClient, location.href, 'settings:manage'),
  }),
  component: lazyRouteComponent(() => withHouse(import('./routes/Continue')), 'Continue'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    await requireStranger(context.queryClient, search.to);
    return { plex: await offersPlex(context.queryClient) };
  },
  component: lazyRouteComponent(() => import('./routes/SignIn'), 'SignIn'),
});

/** Everything in here needs a session and stands in the frame. */
const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ context, location }) => ({
    me: await requireSession(context.queryClient, location.href),
  }),
  component: lazyRouteComponent(() => withHouse(import('./frame/Frame')), 'Frame'),
});

const errorComponent = lazyRouteComponent(() => import('./CrashPage'), 'CrashInFrame');

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/Home'), 'Home'),
  errorComponent,
});

const discoverRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/discover',
  validateSearch: discoverSearch,
  component: lazyRouteComponent(() => import('./routes/Discover'), 'Discover'),
  errorComponent,
});

const findRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/search',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./routes/Find'), 'Find'),
  errorComponent,
});

const titleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/title/$kind/$tmdbId',
  component: lazyRouteComponent(() => import('./routes/Title'), 'Title'),
  errorComponent,
});

const requestsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('./routes/Requests'), 'Requests'),
  errorComponent,
});

const statusRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/status',
  component: lazyRouteComponent(() => import('./routes/Status'), 'Status'),
  errorComponent,
});

const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  beforeLoad: ({ context, location }) =>
    requirePermission(context.queryClient, location.href, 'users:manage'),
  component: lazyRouteComponent(() => import('./routes/People'), 'People'),
  errorComponent,
});

const integrationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/integrations',
  beforeLoad: ({ context, location }) =>
    requirePermission(context.queryClient, location.href, 'settings:manage'),
  component: lazyRouteComponent(() => import('./routes/Integrations'), 'Integrations'),
  errorComponent,
});

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  beforeLoad: ({ context, location }) =>
    requirePermission(context.queryClient, location.href, 'audit:read'),
  component: lazyRouteComponent(() => import('./routes/Audit'), 'Audit'),
  errorComponent,
});

const referenceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reference',
  beforeLoad: ({ context, location }) =>
    requirePermission(context.queryClient, location.href, 'settings:manage'),
  component: lazyRouteComponent(() => import('./routes/Reference'), 'Reference'),
  errorComponent,
});

const downloadsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/downloads',
  validateSearch: (search: Record<string, unknown>): DownloadsSearch => ({
    ...(typeof search['play'] === 'string' ? { play: search['play'] } : {}),
    ...(typeof search['link'] === 'string' ? { link: search['link'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./routes/Downloads'), 'Downloads'),
  errorComponent,
});

const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./routes/Inbox'), 'Inbox'),
  errorComponent,
});

const missingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: lazyRouteComponent(() => import('./routes/Missing'), 'Missing'),
});

export const routeTree = rootRoute.addChildren([
  setupRoute,
  continueRoute,
  signInRoute,
  frameRoute.addChildren([
    homeRoute,
    discoverRoute,
    findRoute,
    titleRoute,
    requestsRoute,
    downloadsRoute,
    statusRoute,
    peopleRoute,
    integrationsRoute,
    auditRoute,
    referenceRoute,
    inboxRoute,
    missingRoute,
  ]),
]);
