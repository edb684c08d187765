import type { AuditEntry } from '@/lib/api/auth';
import type { Translate } from '@/lib/i18n';

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
