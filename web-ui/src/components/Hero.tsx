import { useEffect, useRef, type ReactNode } from 'react';
import { pictureAt } from '@/lib/titles/images';
import { dimTop } from './lights';
import { usePatience } from './usePatience';

interface HeroProps {
  readonly picture: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The picture behind the headline. The lights are down here in both themes, and over it in the top bar too. */
export function Hero({ picture, className = '', children }: HeroProps) {
  const hero = useRef<HTMLElement>(null);
  const { shown, fail } = usePatience(picture);
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
        {shown !== null && (
          <img
            src={pictureAt(shown, 'w1280')}
            srcSet={`${pictureAt(shown, 'w780')} 780w, ${pictureAt(shown, 'w1280')} 1280w`}
            sizes="100vw"
            alt=""
            decoding="async"
            onError={fail}
          />
        )}
      </div>
      {children}
    </header>
  );
}
