import { useEffect, useRef, useState } from 'react';
import type { Download, DownloadState } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { titleOf } from './naming';
import { stageKey, stageOf } from './stages';
import { useDownloads } from './useDownloads';

/** What a screen reader hears: each new stage once, never the ticks between. */
export function useSpokenChanges(): string {
  const { t } = useI18n();
  const { data } = useDownloads();
  const states = useRef<ReadonlyMap<string, DownloadState>>(new Map());
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    if (data === undefined) return;
    const changed = data.filter((download) => {
      const before = states.current.get(download.id);
      return before !== undefined && before !== download.state;
    });
    states.current = new Map(data.map((download) => [download.id, download.state]));
    const sentence = changed
      .map((download) => `${titleOf(download, t)}: ${newsOf(download)}`)
      .join('. ');
    if (sentence !== '') setSpoken(sentence);

    function newsOf(download: Download): string {
      if (download.state === 'FAILED')
        return download.failure?.message ?? t('downloads.say.FAILED');
      return download.state === 'CANCELLED'
        ? t('downloads.say.CANCELLED')
        : t(stageKey(stageOf(download)));
    }
  }, [data, t]);

  return spoken;
}
