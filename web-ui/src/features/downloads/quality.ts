import type { Probe, Quality } from '@/lib/api/downloads';
import { storage } from '@/lib/storage';

const LIKED: readonly Quality[] = ['P1080', 'BEST', 'P720', 'P2160', 'P480', 'AUDIO'];

/** What this person chose last, if it exists here; else the usual one. */
export function preferredQuality(options: Probe['qualities']): Quality | undefined {
  const last = storage.read('quality');
  const offered = new Set(options.map((option) => option.quality));
  return (
    options.find(({ quality }) => quality === last)?.quality ??
    LIKED.find((quality) => offered.has(quality))
  );
}

export function rememberQuality(quality: Quality): void {
  storage.write('quality', quality);
}
