import type { News } from '@/lib/api/auth';
import type { Translate } from '@/lib/i18n';

type Kind = News['kind'];
export type Tone = 'ok' | 'bad';

/** How it ended, and how the person comes to hear of it. */
const KINDS: Readonly<Record<Kind, readonly [Tone, 'asked' | 'followed' | 'brought']>> = {
  REQUEST_AVAILABLE: ['ok', 'asked'],
  REQUEST_DECLINED: ['bad', 'asked'],
  REQUEST_FAILED: ['bad', 'asked'],
  FOLLOWED_AVAILABLE: ['ok', 'followed'],
  FOLLOWED_DECLINED: ['bad', 'followed'],
  DOWNLOAD_IN_PLEX: ['ok', 'brought'],
};

export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

export function toneOf(kind: Kind): Tone {
  return KINDS[kind][0];
}

/** What happened, with whatever is known of its name. */
export function sentenceOf({ kind, title }: Pick<News, 'kind' | 'title'>, t: Translate): string {
  return t(`inbox.${kind}`, { title: title ?? t(`inbox.untitled.${KINDS[kind][1]}`) });
}

/** Why this person hears of it. */
export function causeOf(kind: Kind, t: Translate): string {
  return t(`inbox.cause.${KINDS[kind][1]}`);
}

/** The words of a person stand in quotes, those of a machine do not. */
export function reasonOf({ kind, reason }: Pick<News, 'kind' | 'reason'>, t: Translate) {
  if (reason === null || reason === '') return undefined;
  return kind === 'REQUEST_FAILED' ? reason : t('quote', { text: reason });
}
