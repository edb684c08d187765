import { Clapperboard, Music } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { usePatience } from './usePatience';

interface PictureProps {
  readonly src: string | null;
  /** How much of it is developed, 0 to 1; undefined shows all of it. */
  readonly developed?: number | undefined;
  readonly asleep?: boolean;
  readonly sound?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A still of a video. While it arrives, it develops from left to right. Its title always stands beside it. */
export function Picture({
  src,
  developed,
  asleep = false,
  sound = false,
  className = '',
  children,
}: PictureProps) {
  const { shown, fail } = usePatience(src);
  const developing = developed !== undefined;
  const style: CSSProperties & Record<'--p', number> = {
    '--p': Math.min(1, Math.max(0, developed ?? 1)),
  };

  return (
    <span
      className={`pic ${developing ? 'dev' : ''} ${asleep ? 'asleep' : ''} ${className}`}
      style={style}
    >
      {shown === null ? (
        <span className="nothing">
          {sound ? <Music aria-hidden /> : <Clapperboard aria-hidden />}
        </span>
      ) : (
        <img className="under" src={shown} alt="" loading="lazy" decoding="async" onError={fail} />
      )}
      {developing && shown !== null && (
        <img className="over" src={shown} alt="" loading="lazy" decoding="async" />
      )}
      {developing && <span className="beam" />}
      {children}
    </span>
  );
}
