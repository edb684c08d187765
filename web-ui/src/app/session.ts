import type { QueryClient } from '@tanstack/react-query';
import { redirect, type RegisteredRouter } from '@tanstack/react-router';
import { meQuery } from '@/features/session/api/me';
import { providersQuery } from '@/features/session/api/providers';
import { setupStateQuery } from '@/features/setup/api/setupState';
import type { Me } from '@/lib/api/auth';
import { may, type Permission } from './may';

/** The part of the router that a change of session needs. */
type Router = Pick<RegisteredRouter, 'navigate' | 'history' | 'state'>;

const HOME = '/';

export interface SignInSearch {
  /** Where somebody wanted to go. */
  readonly to?: string;
  /** The session ended under their hands. */
  readonly ended?: true;
}

/** Only a path of our own: an address in ?to= must not lead to another site. */
export function ownPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined;
  const target = URL.canParse(value, location.origin) ? new URL(value, location.origin) : undefined;
  return target?.origin === location.origin
    ? target.pathname + target.search + target.hash
    : undefined;
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const to = ownPath(search['to']);
  return {
    ...(to === undefined ? {} : { to }),
    ...(search['ended'] === true ? { ended: true } : {}),
  };
}

/** Nobody gets behind this without a session: new servers are set up first, strangers sign in first. */
export async function requireSession(queryClient: QueryClient, wanted: string): Promise<Me> {
  const me = await queryClient.query({ ...meQuery, staleTime: 'static' });
  if (me !== null) return me;
  if (await isNew(queryClient)) throw redirect({ to: '/setup', replace: true });
  throw redirect({ to: '/sign-in', search: destination(wanted), replace: true });
}

/** A page for those who may; others find their own way on from home. */
export async function requirePermission(
  queryClient: QueryClient,
  wanted: string,
  permission: Permission,
): Promise<Me> {
  const me = await requireSession(queryClient, wanted);
  if (!may(me, permission)) throw redirect({ to: '/', replace: true });
  return me;
}

/** The sign-in page is for people without a session, on a server that has people. */
export async function requireStranger(
  queryClient: QueryClient,
  to: string | undefined,
): Promise<void> {
  if ((await queryClient.query({ ...meQuery, staleTime: 'static' })) !== null)
    throw redirect({ href: to ?? HOME, replace: true });
  if (await isNew(queryClient)) throw redirect({ to: '/setup', replace: true });
}

/** Whether Plex may be the way in. Who cannot be asked about it does not keep anybody out. */
export async function offersPlex(queryClient: QueryClient): Promise<boolean> {
  try {
    return (await queryClient.query(providersQuery)).plex.available;
  } catch {
    return false;
  }
}

export async function requireNewServer(queryClient: QueryClient): Promise<void> {
  if (!(await isNew(queryClient))) throw redirect({ to: '/', replace: true });
}

export function beginSession(
  queryClient: QueryClient,
  router: Router,
  me: Me,
  to: string = HOME,
): void {
  queryClient.setQueryData(meQuery.queryKey, me);
  queryClient.setQueryData(setupStateQuery.queryKey, { required: false });
  router.history.replace(to);
}

/** The server does not know the session any more: sign in again, and be back where one was. */
export async function endSession(queryClient: QueryClient, router: Router): Promise<void> {
  if (queryClient.getQueryData(meQuery.queryKey) == null) return;
  queryClient.setQueryData(meQuery.queryKey, null);
  await router.navigate({
    to: '/sign-in',
    search: { ...destination(router.state.location.href), ended: true },
    replace: true,
  });
  forgetPerson(queryClient);
}

export async function leaveSession(queryClient: QueryClient, router: Router): Promise<void> {
  queryClient.setQueryData(meQuery.queryKey, null);
  await router.navigate({ to: '/sign-in' });
  forgetPerson(queryClient);
}

/** What one person saw must not flash up for the next. */
function forgetPerson(queryClient: QueryClient): void {
  queryClient.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'setup',
  });
}

async function isNew(queryClient: QueryClient): Promise<boolean> {
  return (await queryClient.query(setupStateQuery)).required;
}

function destination(wanted: string): SignInSearch {
  const to = ownPath(wanted);
  return to === undefined || to === HOME ? {} : { to };
}
