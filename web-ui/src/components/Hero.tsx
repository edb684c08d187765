import { useEffect, useRef, type ReactNode } from 'react';
import { pictureAt } from '@/lib/titles/images';
import { dimTop } from './lights';

interface HeroProps {
  readonly picture: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The picture behind the headline. The lights are down here in both themes, and over it in the top bar too. */
export function Hero({ picture, className = '', children }: HeroProps) {
  const hero = useRef<HTMLElement>(null);
  useEffect(() => {
    const look = () => {
      const bottom = hero.current?.getBoundingClientRect().bottom ?? 0;
      dimTop(bottom > 80);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      dimTop(false);
    };
  }, []);

  return (
    <header ref={hero} className={`hero ${className}`} data-theme="dark">
      <div className="bd" aria-hidden="true">
        {picture !== null && (
          <img
            src={pictureAt(picture, 'w1280')}
            srcSet={`${pictureAt(picture, 'w780')} 780w, ${pictureAt(picture, 'w1280')} 1280w`}
            sizes="100vw"
            alt=""
            decoding="async"
          />
        )}
      </div>
      {children}
    </header>
  );
}
