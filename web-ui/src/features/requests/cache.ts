import type { QueryClient } from '@tanstack/react-query';
import type { RequestState, RequestView, Standing } from '@/lib/api/media';
import { changeStanding } from '@/lib/titles/cache';
import { isRecord } from '@/lib/problem';
import { requestQuery } from './api/findRequest';

/** Puts what the server says of a request wherever it is shown; lists that it left or joined are asked again. */
export function rememberRequest(queryClient: QueryClient, view: RequestView): void {
  const known = queryClient.getQueryData(requestQuery(view.id).queryKey);
  queryClient.setQueryData(requestQuery(view.id).queryKey, {
    ...view,
    timeline: view.timeline ?? known?.timeline ?? null,
  });
  changeRequest(queryClient, view.id, (before) => ({
    ...view,
    timeline: view.timeline ?? before.timeline,
  }));
  changeStanding(queryClient, view, (standing) => ({ ...view.standing, ...own(standing, view) }));
  void refreshLists(queryClient);
}

/** A state that is certain to come is shown at once; the server's word follows. */
export function supposeState(
  queryClient: QueryClient,
  id: string,
  state: RequestState,
  standing: Partial<Standing>,
): void {
  changeRequest(queryClient, id, (view) => ({
    ...view,
    state,
    actions: [],
    standing: { ...view.standing, ...standing },
  }));
}

export function refreshLists(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [shelf, kind] }) =>
      shelf === 'requests' && (kind === 'list' || kind === 'counts' || kind === 'quota'),
  });
}

/** The play link and whose it is do not come with each view; what was known stays. */
function own(standing: Standing, view: RequestView): Partial<Standing> {
  return { playUrl: view.standing.playUrl ?? standing.playUrl };
}

export function changeRequest(
  queryClient: QueryClient,
  id: string,
  change: (view: RequestView) => RequestView,
): void {
  queryClient.setQueriesData({ queryKey: ['requests'] }, (data: unknown) =>
    withRequest(data, id, change),
  );
}

function withRequest(
  data: unknown,
  id: string,
  change: (view: RequestView) => RequestView,
): unknown {
  if (Array.isArray(data)) {
    const items: unknown[] = data;
    const next = items.map((item) => withRequest(item, id, change));
    return next.some((item, index) => item !== items[index]) ? next : items;
  }
  if (!isRecord(data)) return data;
  if (data['id'] === id && 'standing' in data) return change(data as unknown as RequestView);
  const pages = data['pages'] ?? data['items'];
  if (!Array.isArray(pages)) return data;
  const name = Array.isArray(data['pages']) ? 'pages' : 'items';
  const next = withRequest(pages, id, change);
  return next === pages ? data : { ...data, [name]: next };
}
