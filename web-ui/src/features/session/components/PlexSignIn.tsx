import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { FormProblem } from '@/components/Field';
import type { Me } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { useNow } from '@/lib/useNow';
import { usePlexPin } from '../usePlexPin';
import { SignInForm } from './SignInForm';
import './plex.css';

/** Plex is the way in for nine in ten; a code is there for televisions, name and password are folded below. */
export function PlexSignIn({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const { t } = useI18n();
  const [stay, setStay] = useState(true);
  const [local, setLocal] = useState(false);
  const plex = usePlexPin(onSignedIn);
  const { pin } = plex;
  const inBrowser = pin?.method === 'BROWSER' ? pin : null;

  // The button that was pressed is gone; what it opened takes the focus.
  useEffect(() => {
    if (local) document.querySelector<HTMLInputElement>('[name=username]')?.focus();
  }, [local]);

  return (
    <div className="grid gap-4">
      <FormProblem>{plex.said}</FormProblem>
      <Button
        look={local ? 'plain' : 'pri'}
        size="lg"
        className="big"
        busy={plex.isBeginning || inBrowser !== null}
        icon={<PlayIcon />}
        onClick={() => void plex.beginInWindow({ method: 'BROWSER', staySignedIn: stay })}
      >
        {t(
          plex.isBeginning
            ? 'session.plex.opening'
            : inBrowser === null
              ? 'session.plex'
              : 'session.plex.waiting',
        )}
      </Button>
      {inBrowser !== null && (
        <div className="code" role="status">
          <p>{t(plex.blocked ? 'session.plex.blocked' : 'session.plex.window')}</p>
          <p className="ways">
            {inBrowser.authUrl !== null && (
              <a className="btn line sm" href={inBrowser.authUrl} target="_blank" rel="noreferrer">
                {t('session.plex.open')}
              </a>
            )}
            <Button look="quiet" size="sm" onClick={plex.forget}>
              {t('session.plex.again')}
            </Button>
          </p>
        </div>
      )}
      {pin?.method === 'LINK_CODE' ? (
        <LinkCode code={pin.code} linkUrl={pin.linkUrl} expiresAt={pin.expiresAt} />
      ) : (
        inBrowser === null && (
          <div className="code row">
            <b>{t('session.plex.elsewhere')}</b>
            <Button
              look="line"
              size="sm"
              onClick={() => void plex.begin({ method: 'LINK_CODE', staySignedIn: stay })}
            >
              {t('session.plex.code')}
            </Button>
          </div>
        )
      )}
      {local ? (
        <SignInForm onSignedIn={onSignedIn} />
      ) : (
        <>
          <label className="flex min-h-(--hit) cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="check"
              checked={stay}
              onChange={(event) => {
                setStay(event.target.checked);
              }}
            />
            {t('session.stay')}
          </label>
          <Button
            look="quiet"
            className="other"
            onClick={() => {
              setLocal(true);
            }}
          >
            {t('session.local')}
          </Button>
        </>
      )}
    </div>
  );
}

function LinkCode({
  code,
  linkUrl,
  expiresAt,
}: {
  readonly code: string | null;
  readonly linkUrl: string | null;
  readonly expiresAt: string;
}) {
  const { t } = useI18n();
  const left = Date.parse(expiresAt) - useNow(10_000).getTime();
  const place = (linkUrl ?? 'https://plex.tv/link').replace(/^https:\/\//, '');
  return (
    <div className="code row" role="status">
      <span>
        <b className="block">{t('session.plex.elsewhere')}</b>
        <span className="text-muted">{t('session.plex.enter', { place })}</span>
        <span className="mt-1.5 flex items-center gap-2 text-13 text-muted">
          <span className="dot" aria-hidden="true" />
          {t('session.plex.left', { minutes: Math.max(0, Math.ceil(left / 60_000)) })}
        </span>
      </span>
      <span className="letters" aria-label={`${t('session.plex.codeIs')} ${code ?? ''}`} role="img">
        {code}
      </span>
    </div>
  );
}

function PlayIcon() {
  return (
    <svg className="lucide" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d="M7 4.5v15a1 1 0 0 0 1.5.87l12.4-7.5a1 1 0 0 0 0-1.74L8.5 3.63A1 1 0 0 0 7 4.5Z" />
    </svg>
  );
}
