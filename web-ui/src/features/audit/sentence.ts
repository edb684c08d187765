import type { AuditEntry } from '@/lib/api/auth';
import type { Translate } from '@/lib/i18n';
import { nameOfPermission } from '@/lib/permissions';

const ACTIONS = [
  'SET_UP',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SIGN_IN_REFUSED',
  'REGISTERED',
  'IMPORTED',
  'PLEX_LINKED',
  'PERMISSIONS_CHANGED',
  'SUSPENDED',
  'RESTORED',
  'PLEX_ACCESS_LOST',
  'PLEX_ACCESS_RESTORED',
  'PLEX_RECONNECT_NEEDED',
  'INTEGRATION_CONNECTED',
  'INTEGRATION_DISCONNECTED',
  'INTEGRATION_WEBHOOK_RENEWED',
] as const;

/** An entry in words. A word of a newer server is shown as it is. */
export function sentenceOf(entry: AuditEntry, t: Translate): string {
  const names = { who: entry.actorName ?? t('audit.nobody'), whom: entry.subject };
  const action = ACTIONS.find((known) => known === entry.action);
  return action === undefined
    ? t('audit.other', { ...names, action: entry.action })
    : t(`audit.${action}`, names);
}

/** What else is known of it. Permissions that were given and taken are called by their names. */
export function detailOf({ action, detail }: AuditEntry, t: Translate): string | null {
  if (detail === null || action !== 'PERMISSIONS_CHANGED') return detail;
  const changes = detail.split(' ').filter((change) => change !== '');
  if (!changes.every((change) => /^[+-]./.test(change))) return detail;
  return changes
    .map(
      (change) => `${change.startsWith('+') ? '+' : '−'} ${nameOfPermission(change.slice(1), t)}`,
    )
    .join(', ');
}
