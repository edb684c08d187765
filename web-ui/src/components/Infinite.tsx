import { useEffect, useRef } from 'react';

interface InfiniteProps {
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** Asks for more shortly before its place comes into sight. */
export function Infinite({ hasMore, onMore }: InfiniteProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = end.current;
    if (!hasMore || place === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore();
      },
      { rootMargin: '800px' },
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
    };
  }, [hasMore, onMore]);
  return <div ref={end} className="min-h-px" />;
}
