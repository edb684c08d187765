import type { TitleState } from '@/lib/api/media';
import { isOnTheWay } from '@/lib/titles/standing';

interface StripProps {
  readonly episodes: number;
  readonly here: number;
  readonly state: TitleState;
  /** Chosen to be asked for. */
  readonly picked?: boolean;
  /** What the frames say, in words. */
  readonly says: string;
}

const IN_A_ROW = 40;

/** One frame is one episode: a season at a glance. Long seasons stand in tens. */
export function Strip({ episodes, here, state, picked = false, says }: StripProps) {
  const frames = Array.from({ length: episodes }, (_, index) =>
    index < here ? 'a' : restOf(state, picked),
  );
  return (
    <div className={`strip ep ${episodes > IN_A_ROW ? 'long' : ''}`} role="img" aria-label={says}>
      {frames.map((frame, index) => (
        <i key={index} className={frame} />
      ))}
    </div>
  );
}

function restOf(state: TitleState, picked: boolean): string {
  if (picked) return 'pick';
  if (state === 'NEEDS_ATTENTION') return 's';
  if (state === 'WAITING_FOR_RELEASE') return 'w';
  return isOnTheWay(state) ? 'q' : '';
}
