import { lazy, Suspense } from 'react';
import { Brand } from '@/components/Mark';
import { PageTitle } from '@/components/PageTitle';
import type { Me } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { PosterWall } from '../components/PosterWall';
import { SignInForm } from '../components/SignInForm';
import './signIn.css';

const PlexSignIn = lazy(async () => ({
  default: (await import('../components/PlexSignIn')).PlexSignIn,
}));

interface SignInPageProps {
  /** Whether Plex is a way in. */
  readonly plex: boolean;
  /** The session ended while somebody was at work. */
  readonly ended: boolean;
  readonly onSignedIn: (me: Me) => void;
}

export function SignInPage({ plex, ended, onSignedIn }: SignInPageProps) {
  const { t } = useI18n();
  return (
    <main className="sign-in">
      <PageTitle>{t('session.page')}</PageTitle>
      <PosterWall />
      <div className="door">
        <Brand />
        <div className="middle">
          <h1 className="h-marquee">{t('session.title')}</h1>
          <p className="lead">{t('session.lead')}</p>
          {ended && (
            <p className="note mb-4" role="status">
              {t('session.ended')}
            </p>
          )}
          {plex ? (
            <Suspense fallback={<div className="btn pri big" aria-busy="true" />}>
              <PlexSignIn onSignedIn={onSignedIn} />
            </Suspense>
          ) : (
            <SignInForm onSignedIn={onSignedIn} />
          )}
        </div>
        <p className="hint">{t('session.foot')}</p>
      </div>
    </main>
  );
}
