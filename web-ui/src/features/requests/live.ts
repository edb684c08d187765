import type { QueryClient } from '@tanstack/react-query';
import type { MediaType, RequestView, TitleId } from '@/lib/api/media';
import type { LiveMessage } from '@/lib/live';
import { Problem } from '@/lib/problem';
import { changeStanding } from '@/lib/titles/cache';
import { isTitleState } from '@/lib/titles/standing';
import { requestQuery } from './api/findRequest';
import { refreshLists, rememberRequest } from './cache';

const PREFIX = 'medianest.request.';
const FOLLOWED = 'medianest.title.followed.v1';

/** What a live message means for the person in front of the screen. */
export type RequestNews =
  | { readonly kind: 'none' }
  | { readonly kind: 'changed'; readonly view: RequestView; readonly event: string };

const NOTHING: RequestNews = { kind: 'none' };

/** Brings a message into the cache. Progress is in the message; for everything else the server is asked. */
export async function applyRequestMessage(
  queryClient: QueryClient,
  message: LiveMessage,
): Promise<RequestNews> {
  if (message.type === FOLLOWED) {
    showFollowed(queryClient, message);
    return NOTHING;
  }
  const id = message.data['requestId'];
  if (!message.type.startsWith(PREFIX) || typeof id !== 'string') return NOTHING;
  if (message.type === `${PREFIX}progress.v1`) {
    showProgress(queryClient, message);
    return NOTHING;
  }
  return refresh(queryClient, id, message);
}

async function refresh(
  queryClient: QueryClient,
  id: string,
  message: LiveMessage,
): Promise<RequestNews> {
  try {
    // An answer to an earlier question may be from before this message: it is not waited for.
    await queryClient.cancelQueries({ queryKey: requestQuery(id).queryKey });
    const view = await queryClient.query({ ...requestQuery(id), staleTime: 0 });
    rememberRequest(queryClient, view);
    refreshTitle(queryClient, view);
    return { kind: 'changed', view, event: message.type };
  } catch (error) {
    if (error instanceof Problem && error.status === 404) await refreshLists(queryClient);
    return NOTHING;
  }
}

function showFollowed(queryClient: QueryClient, { data }: LiveMessage): void {
  const title = titleIn(data);
  if (title === undefined) return;
  const state = data['state'];
  if (isTitleState(state)) {
    changeStanding(queryClient, title, (standing) => ({
      ...standing,
      state,
      percent: null,
      etaSeconds: null,
    }));
  }
  refreshTitle(queryClient, title);
  void refreshLists(queryClient);
}

/** Whatever shows the title learns by asking; only what is on the screen asks at once. */
function refreshTitle(queryClient: QueryClient, { type, tmdbId }: TitleId): void {
  void queryClient.invalidateQueries({ queryKey: ['titles', 'one', type, tmdbId] });
  void queryClient.invalidateQueries({ queryKey: ['titles', 'recent'] });
}

function showProgress(queryClient: QueryClient, { data }: LiveMessage): void {
  const title = titleIn(data);
  const percent = data['percent'];
  if (title === undefined || typeof percent !== 'number' || !Number.isFinite(percent)) return;
  const eta = data['etaSeconds'];
  changeStanding(queryClient, title, (standing) =>
    // Stragglers of what has ended change nothing.
    standing.state === 'DOWNLOADING' || standing.state === 'SEARCHING'
      ? {
          ...standing,
          state: 'DOWNLOADING',
          percent,
          etaSeconds: typeof eta === 'number' ? eta : null,
        }
      : standing,
  );
}

function titleIn(data: LiveMessage['data']): TitleId | undefined {
  const type = data['type'];
  const tmdbId = data['tmdbId'];
  return isMediaType(type) && typeof tmdbId === 'number' ? { type, tmdbId } : undefined;
}

function isMediaType(value: unknown): value is MediaType {
  return value === 'MOVIE' || value === 'SERIES';
}
