import type { Me } from '@/lib/api/auth';
import type { Download, Probe } from '@/lib/api/downloads';

const NOW = '2026-03-01T10:00:00Z';
let next = 1;

export const ADA: Me = {
  id: '00000000-0000-4000-8000-00000000ada0',
  username: 'ada',
  permissions: ['downloads:create', 'requests:create'],
  displayName: 'ada',
  plexLinked: false,
  createdAt: NOW,
};

export function aDownload(facts: Partial<Download> = {}): Download {
  const id = facts.id ?? `00000000-0000-4000-8000-${(next++).toString().padStart(12, '0')}`;
  return {
    id,
    url: 'https://example.org/watch?v=1',
    title: 'A trip down Market Street',
    uploader: 'Prelinger Reels',
    durationSeconds: 784,
    quality: 'P1080',
    state: 'QUEUED',
    progress: null,
    failure: null,
    file: null,
    thumbnailUrl: null,
    fileUrl: null,
    createdAt: NOW,
    updatedAt: NOW,
    finishedAt: null,
    keptUntil: null,
    ...facts,
  };
}

export function aRunningDownload(percent: number, facts: Partial<Download> = {}): Download {
  return aDownload({
    state: 'DOWNLOADING',
    progress: {
      percent,
      downloadedBytes: percent * 1_000_000,
      totalBytes: 100_000_000,
      bytesPerSecond: 8_200_000,
      etaSeconds: 52,
    },
    ...facts,
  });
}

export function anArrivedDownload(facts: Partial<Download> = {}): Download {
  const download = aDownload({ state: 'COMPLETED', finishedAt: NOW, ...facts });
  return {
    ...download,
    file: { name: 'a.mp4', bytes: 412_000_000, mediaType: 'video/mp4', durationSeconds: 784 },
    fileUrl: `/api/v1/downloads/${download.id}/file`,
    ...facts,
  };
}

export function aProbe(facts: Partial<Probe> = {}): Probe {
  return {
    id: '00000000-0000-4000-8000-0000000000aa',
    url: 'https://example.org/watch?v=1',
    title: 'A trip down Market Street',
    uploader: 'Prelinger Reels',
    durationSeconds: 784,
    thumbnailUrl: null,
    extractor: 'youtube',
    qualities: [
      { quality: 'P1080', bytes: 780_000_000, height: 1080 },
      { quality: 'P720', bytes: 340_000_000, height: 720 },
      { quality: 'AUDIO', bytes: 12_000_000, height: null },
    ],
    ...facts,
  };
}
