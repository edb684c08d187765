import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Standing, TitleId } from '../api/media';
import { isRecord } from '../problem';

/** Everything that shows titles keeps its queries under one of these. */
const SHELVES = ['titles', 'requests'] as const;

type Snapshot = readonly (readonly [QueryKey, unknown])[];

/** Changes how a title stands wherever it is shown. Answers what was there before, to go back to. */
export function changeStanding(
  queryClient: QueryClient,
  id: TitleId,
  change: (standing: Standing) => Standing,
): Snapshot {
  return SHELVES.flatMap((shelf) => {
    const before = queryClient.getQueriesData({ queryKey: [shelf] });
    queryClient.setQueriesData({ queryKey: [shelf] }, (data: unknown) =>
      withStanding(data, id, change),
    );
    return before;
  });
}

export function restore(queryClient: QueryClient, snapshot: Snapshot): void {
  snapshot.forEach(([key, data]) => {
    queryClient.setQueryData(key, data);
  });
}

/** Walks through an answer of whatever shape. What has not changed stays the same object. */
export function withStanding(
  data: unknown,
  id: TitleId,
  change: (standing: Standing) => Standing,
): unknown {
  if (Array.isArray(data)) {
    const items: unknown[] = data;
    const next = items.map((item) => withStanding(item, id, change));
    return next.some((item, index) => item !== items[index]) ? next : items;
  }
  if (!isRecord(data)) return data;
  const isIt = data['type'] === id.type && data['tmdbId'] === id.tmdbId;
  let next: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(data)) {
    const changed =
      isIt && key === 'standing' && isRecord(value)
        ? change(value as unknown as Standing)
        : withStanding(value, id, change);
    if (changed !== value) next = { ...(next ?? data), [key]: changed };
  }
  return next ?? data;
}
