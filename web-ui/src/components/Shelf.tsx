import { useId, type ReactNode } from 'react';
import type { TitleCard } from '@/lib/api/media';
import { PosterCard, PosterSkeletons } from './PosterCard';

interface ShelfProps {
  readonly name: string;
  readonly hint?: string | undefined;
  /** Leads to all of it. */
  readonly more?: ReactNode;
  /** Undefined while they are on their way. */
  readonly titles: readonly TitleCard[] | undefined;
  readonly onRequest?: ((title: TitleCard) => void) | undefined;
}

/** Posters in a row; the next one is cut off, so that one knows that there are more. */
export function Shelf({ name, hint, more, titles, onRequest }: ShelfProps) {
  const id = useId();
  return (
    <section className="sec" aria-labelledby={id} aria-busy={titles === undefined}>
      <header className="sec-h">
        <h2 className="h-sec" id={id}>
          {name}
        </h2>
        {hint !== undefined && <span className="text-muted max-desk:hidden">{hint}</span>}
        {more}
      </header>
      <ul className="shelf">
        {titles === undefined ? (
          <PosterSkeletons />
        ) : (
          titles.map((title) => (
            <li key={`${title.type}-${title.tmdbId.toString()}`}>
              <PosterCard title={title} onRequest={onRequest} />
            </li>
          ))
        )}
      </ul>
    </section>
  );
}
