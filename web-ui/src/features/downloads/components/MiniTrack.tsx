import type { CSSProperties } from 'react';
import type { Download } from '@/lib/api/downloads';
import { fractionOf, framesOf, STAGES } from '../stages';

/** The track in a line of a list; the words beside it say the same. */
export function MiniTrack({ download }: { readonly download: Download }) {
  const style: CSSProperties & Record<'--p', number> = { '--p': fractionOf(download) ?? 0 };
  return (
    <span className="track small" aria-hidden="true" style={style}>
      {framesOf(download).map((frame, index) => (
        <i key={STAGES[index]} className={frame} />
      ))}
    </span>
  );
}
