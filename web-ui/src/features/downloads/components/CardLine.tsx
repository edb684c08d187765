import { Check, Hourglass, Square, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/RelativeTime';
import type { Download } from '@/lib/api/downloads';
import { useI18n, type Formats, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';

interface Line {
  readonly tone: string;
  readonly icon?: ReactNode;
  readonly words: string;
  readonly figures: readonly ReactNode[];
}

/** The sentence of a card and the numbers that belong to it. */
export function CardLine({
  download,
  cancelling,
}: {
  readonly download: Download;
  readonly cancelling: boolean;
}) {
  const { t } = useI18n();
  const format = useFormat();
  const line = cancelling
    ? { tone: 'text-muted', words: t('downloads.say.cancelling'), figures: [] }
    : lineOf(download, t, format);

  return (
    <div className={`say ${line.tone}`}>
      {line.icon}
      <span className="words">{line.words}</span>
      {line.figures.length > 0 && (
        <span className="figs num dot-sep">
          {line.figures.map((figure, index) => (
            <span key={index}>{figure}</span>
          ))}
        </span>
      )}
    </div>
  );
}

/** The words alone, as a screen reader gets them from the progress bar. */
export function wordsOf(download: Download, t: Translate, format: Formats): string {
  const figures = download.state === 'DOWNLOADING' ? figuresOf(download, t, format) : [];
  return [lineOf(download, t, format).words, ...figures].join(', ');
}

function lineOf(download: Download, t: Translate, format: Formats): Line {
  switch (download.state) {
    case 'QUEUED':
      return {
        tone: 'text-muted',
        icon: <Hourglass aria-hidden />,
        words: t('downloads.say.QUEUED'),
        figures: [],
      };
    case 'PROBING':
      return { tone: 'text-lit', words: t('downloads.say.PROBING'), figures: [] };
    case 'DOWNLOADING': {
      const percent = download.progress?.percent ?? undefined;
      return {
        tone: 'text-lit',
        words: percent === undefined ? t('downloads.say.DOWNLOADING') : format.percent(percent),
        figures: figuresOf(download, t, format),
      };
    }
    case 'PROCESSING':
      return {
        tone: 'text-lit',
        words: t(
          download.quality === 'AUDIO'
            ? 'downloads.say.PROCESSING.audio'
            : 'downloads.say.PROCESSING',
        ),
        figures: [t('downloads.left.moment')],
      };
    case 'COMPLETED':
      return {
        tone: 'text-ok',
        icon: <Check aria-hidden />,
        words: t('downloads.say.COMPLETED'),
        figures: [
          ...(download.file === null ? [] : [format.bytes(download.file.bytes)]),
          <RelativeTime key="at" at={download.finishedAt ?? download.updatedAt} />,
          ...(typeof download.keptUntil === 'string'
            ? [t('downloads.kept', { day: format.day(new Date(download.keptUntil)) })]
            : []),
        ],
      };
    case 'FAILED':
      return {
        tone: 'text-bad',
        icon: <TriangleAlert aria-hidden />,
        words: download.failure?.message ?? t('downloads.say.FAILED'),
        figures: [],
      };
    case 'CANCELLED':
      return {
        tone: 'text-muted',
        icon: <Square aria-hidden />,
        words: t('downloads.say.CANCELLED'),
        figures: [<RelativeTime key="at" at={download.finishedAt ?? download.updatedAt} />],
      };
  }
}

function figuresOf(download: Download, t: Translate, format: Formats): string[] {
  const progress = download.progress;
  if (progress === null) return [];
  const { bytesPerSecond, downloadedBytes, totalBytes, etaSeconds } = progress;
  return [
    ...(bytesPerSecond === null ? [] : [format.speed(bytesPerSecond)]),
    totalBytes === null
      ? format.bytes(downloadedBytes)
      : t('downloads.bytesOf', format.bytesOf(downloadedBytes, totalBytes)),
    ...(etaSeconds === null ? [] : [waitWords(etaSeconds, t, format)]),
  ];
}

function waitWords(seconds: number, t: Translate, format: Formats): string {
  return seconds < 5
    ? t('downloads.left.moment')
    : t('downloads.left', { time: format.wait(seconds) });
}
