import type { Download } from '@/lib/api/downloads';
import type { Key } from '@/lib/i18n';

export const STAGES = [
  'line',
  'looking',
  'downloading',
  'joining',
  'library',
] as const satisfies readonly string[];
export type Stage = (typeof STAGES)[number];

/** What a frame of the track shows. */
export type Frame = 'off' | 'on' | 'now' | 'busy' | 'wait' | 'stuck' | 'done';

/** The stage that a download is in, or was in when it ended. */
export function stageOf(download: Download): Stage {
  switch (download.state) {
    case 'QUEUED':
      return 'line';
    case 'PROBING':
      return 'looking';
    case 'DOWNLOADING':
      return 'downloading';
    case 'PROCESSING':
      return 'joining';
    case 'COMPLETED':
      return 'library';
    case 'FAILED':
    case 'CANCELLED':
      return (download.progress?.downloadedBytes ?? 0) > 0 ? 'downloading' : 'looking';
  }
}

export function framesOf(download: Download): Frame[] {
  const current = STAGES.indexOf(stageOf(download));
  return STAGES.map((_, index) => {
    if (index > current) return 'off';
    return index < current ? passed(download) : frameNow(download);
  });
}

export function stageKey(stage: Stage): Extract<Key, `downloads.stage.${string}`> {
  return `downloads.stage.${stage}`;
}

/** 0 to 1, or undefined as long as nobody can know. */
export function fractionOf(download: Download): number | undefined {
  const percent = download.progress?.percent;
  if (percent === null || percent === undefined) return undefined;
  return Math.min(1, Math.max(0, percent / 100));
}

function passed(download: Download): Frame {
  return download.state === 'COMPLETED' ? 'done' : 'on';
}

function frameNow(download: Download): Frame {
  switch (download.state) {
    case 'QUEUED':
      return 'wait';
    case 'PROBING':
    case 'PROCESSING':
      return 'busy';
    case 'DOWNLOADING':
      return fractionOf(download) === undefined ? 'busy' : 'now';
    case 'COMPLETED':
      return 'done';
    case 'FAILED':
      return 'stuck';
    case 'CANCELLED':
      return 'off';
  }
}
