import type { CSSProperties } from 'react';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { titleOf } from '../naming';
import { fractionOf, framesOf, stageKey, stageOf, STAGES } from '../stages';

interface TrackProps {
  readonly download: Download;
  /** What the bar means in words, for those who do not see it. */
  readonly says: string;
}

/** Five film frames from the line to the library; the lit one fills as it moves. */
export function Track({ download, says }: TrackProps) {
  const { t } = useI18n();
  const fraction = fractionOf(download);
  const current = stageOf(download);
  const known = download.state === 'DOWNLOADING' && fraction !== undefined;
  const style: CSSProperties & Record<'--p', number> = { '--p': fraction ?? 0 };

  return (
    <>
      <div
        className="track"
        role="progressbar"
        aria-label={t('downloads.progressOf', { title: titleOf(download, t) })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.floor(fraction * 100) : undefined}
        aria-valuetext={says}
        style={style}
      >
        {framesOf(download).map((frame, index) => (
          <i
            key={STAGES[index]}
            className={`${frame} ${STAGES[index] === 'downloading' ? 'wide' : ''}`}
          />
        ))}
      </div>
      <div className="stages" aria-hidden="true">
        {STAGES.map((stage) => (
          <span
            key={stage}
            className={`${stage === current ? 'c' : ''} ${stage === 'downloading' ? 'wide' : ''}`}
          >
            {t(stageKey(stage))}
          </span>
        ))}
      </div>
    </>
  );
}
