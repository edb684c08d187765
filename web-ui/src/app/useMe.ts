import { getRouteApi } from '@tanstack/react-router';
import type { Me } from '@/lib/api/auth';

const frame = getRouteApi('/frame');

/** Who is signed in. Behind the frame's guard there is always somebody. */
export function useMe(): Me {
  return frame.useRouteContext({ select: ({ me }) => me });
}
