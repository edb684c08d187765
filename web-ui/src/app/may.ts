import type { Me } from '@/lib/api/auth';

export type Permission =
  | 'audit:read'
  | 'downloads:create'
  | 'requests:create'
  | 'requests:view-all'
  | 'requests:manage'
  | 'settings:manage'
  | 'users:manage';

export function may(me: Me, ...anyOf: readonly Permission[]): boolean {
  return anyOf.some((permission) => me.permissions.includes(permission));
}
