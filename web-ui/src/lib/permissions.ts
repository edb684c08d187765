import { isSpoken, type Key, type Translate } from './i18n';

/** What somebody may do. What a newer server knows and we do not is called by its own name. */
export function nameOfPermission(permission: string, t: Translate): string {
  const key = `permission.${permission}`;
  return isPermissionKey(key) ? t(key) : permission;
}

function isPermissionKey(key: string): key is Extract<Key, `permission.${string}`> {
  return isSpoken(key);
}
