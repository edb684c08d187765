import type { Download, Quality } from '@/lib/api/downloads';
import type { Translate } from '@/lib/i18n';
import { hostOf } from '@/lib/links';

/** Before the link was looked at, a download is named by where it comes from. */
export function titleOf(download: Pick<Download, 'title' | 'url'>, t: Translate): string {
  return download.title ?? t('downloads.untitled', { host: hostOf(download.url) });
}

export function qualityName(quality: Quality, t: Translate): string {
  return t(`downloads.quality.${quality}`);
}

/** The element of a download's card, for those who want to be taken there. */
export function cardId(id: string): string {
  return `download-${id}`;
}
