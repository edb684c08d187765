import type { CSSProperties } from 'react';
import type { Standing } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { fractionOf, framesOf, STAGES } from '@/lib/titles/standing';

interface TrackProps {
  readonly title: string;
  readonly standing: Pick<Standing, 'state' | 'percent'>;
  /** What the track means in words, for those who do not see it. */
  readonly says: string;
  readonly size?: 'md' | 'sm';
}

/** Six film frames from the wish to Plex; the lit one fills as it moves. */
export function Track({ title, standing, says, size = 'md' }: TrackProps) {
  const { t } = useI18n();
  const fraction = fractionOf(standing);
  const style: CSSProperties & Record<'--p', number> = { '--p': fraction ?? 0 };
  return (
    <div
      className={`track ${size === 'sm' ? 'small' : ''} ${standing.state === 'AVAILABLE' ? 'done' : ''}`}
      role="progressbar"
      aria-label={t('title.courseOf', { title })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={fraction === undefined ? undefined : Math.floor(fraction * 100)}
      aria-valuetext={says}
      style={style}
    >
      {framesOf(standing).map((frame, index) => (
        <i key={STAGES[index]} className={frame} />
      ))}
    </div>
  );
}
