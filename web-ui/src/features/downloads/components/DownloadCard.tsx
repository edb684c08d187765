import { Download as Save, ExternalLink, Play, RotateCw, Trash2, X } from 'lucide-react';
import { memo, useId } from 'react';
import { Button, IconButton } from '@/components/Button';
import { Picture } from '@/components/Picture';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { linkIn } from '@/lib/links';
import { isFinal } from '../merge';
import { cardId, qualityName, titleOf } from '../naming';
import { saveFile } from '../saveFile';
import { fractionOf } from '../stages';
import { useDownloadActions } from '../useDownloadActions';
import { CardLine, wordsOf } from './CardLine';
import { Track } from './Track';

interface DownloadCardProps {
  readonly download: Download;
  readonly onPlay: (id: string) => void;
  readonly onRemove: (download: Download) => void;
}

/** One download from the line to the library. It is drawn again only when it has changed. */
export const DownloadCard = memo(function DownloadCard({
  download,
  onPlay,
  onRemove,
}: DownloadCardProps) {
  const { t } = useI18n();
  const format = useFormat();
  const actions = useDownloadActions(download);
  const titleId = useId();
  const title = titleOf(download, t);
  const facts = [download.uploader, qualityName(download.quality, t)]
    .filter((fact) => fact !== null)
    .join(', ');
  const page = linkIn(download.url);
  const developed = download.state === 'DOWNLOADING' ? (fractionOf(download) ?? 0) : undefined;
  const waiting = download.state === 'QUEUED' || download.state === 'PROBING';
  const lost = download.state === 'FAILED' || download.state === 'CANCELLED';
  const seconds = download.file?.durationSeconds ?? download.durationSeconds;

  return (
    <article
      className={`card ${isFinal(download) ? 'ended' : ''}`}
      aria-labelledby={titleId}
      id={cardId(download.id)}
      tabIndex={-1}
    >
      <Picture
        src={download.thumbnailUrl}
        developed={developed}
        asleep={lost || waiting}
        sound={download.quality === 'AUDIO'}
      >
        {seconds !== null && <span className="len">{format.clock(seconds)}</span>}
      </Picture>
      <div className="facts">
        <h3 id={titleId} className="title">
          {title}
        </h3>
        <p className="clip text-muted" title={facts}>
          {facts}
        </p>
      </div>
      <div className="course">
        <CardLine download={download} cancelling={actions.isCancelling} />
        {download.state !== 'COMPLETED' && download.state !== 'CANCELLED' && (
          <Track download={download} says={wordsOf(download, t, format)} />
        )}
      </div>
      <div className="controls">
        {download.state === 'COMPLETED' && download.fileUrl !== null && (
          <>
            <Button
              size="sm"
              icon={<Play aria-hidden />}
              aria-describedby={titleId}
              onClick={() => {
                onPlay(download.id);
              }}
            >
              {t('downloads.play')}
            </Button>
            <IconButton
              label={t('downloads.save')}
              size="sm"
              icon={<Save aria-hidden />}
              aria-describedby={titleId}
              onClick={() => {
                saveFile(download);
              }}
            />
          </>
        )}
        {(download.state === 'CANCELLED' || (lost && download.failure?.retryable !== false)) && (
          <Button
            look="line"
            size="sm"
            icon={<RotateCw aria-hidden />}
            busy={actions.isRetrying}
            aria-describedby={titleId}
            onClick={actions.retry}
          >
            {t('action.tryAgain')}
          </Button>
        )}
        {download.failure?.retryable === false && page !== undefined && (
          <a className="btn line sm" href={page} target="_blank" rel="noreferrer noopener">
            <ExternalLink aria-hidden />
            {t('downloads.openPage')}
          </a>
        )}
        {isFinal(download) ? (
          <IconButton
            label={t('downloads.remove')}
            size="sm"
            icon={<Trash2 aria-hidden />}
            aria-describedby={titleId}
            onClick={() => {
              onRemove(download);
            }}
          />
        ) : (
          <IconButton
            label={t('action.cancel')}
            icon={<X aria-hidden />}
            busy={actions.isCancelling}
            aria-describedby={titleId}
            onClick={actions.cancel}
          />
        )}
      </div>
    </article>
  );
});
