import type { CSSProperties } from 'react';
import { posterSources } from '@/lib/titles/images';
import { usePatience } from './usePatience';

interface PosterProps {
  readonly title: string;
  readonly url: string | null;
  /** How much of it is developed, 0 to 1, from below; undefined shows all of it. */
  readonly developed?: number | undefined;
  readonly className?: string;
  readonly sizes?: string;
}

/** A poster from our own image route. Where there is none, the title is set on a card of its own colour. */
export function Poster({
  title,
  url,
  developed,
  className = '',
  sizes = '(max-width: 860px) 33vw, 190px',
}: PosterProps) {
  const { shown, fail } = usePatience(url);
  const style: CSSProperties & Record<'--p', number> = {
    '--p': Math.min(1, Math.max(0, developed ?? 1)),
  };
  if (shown === null) {
    return (
      <span className={`poster bare ${className}`} style={hueOf(title)} aria-hidden="true">
        <span>{title}</span>
      </span>
    );
  }
  const picture = {
    src: shown,
    srcSet: posterSources(shown),
    sizes,
    alt: '',
    loading: 'lazy',
    decoding: 'async',
  } as const;
  return (
    <span className={`poster ${developed === undefined ? '' : 'dev'} ${className}`} style={style}>
      <img {...picture} alt="" className="under" onError={fail} />
      {developed !== undefined && (
        <>
          <img {...picture} alt="" className="over" />
          <span className="beam" />
        </>
      )}
    </span>
  );
}

function hueOf(title: string): CSSProperties & Record<'--h', number> {
  return {
    '--h': Array.from(title).reduce((sum, letter) => (sum * 37 + letter.charCodeAt(0)) % 360, 20),
  };
}
