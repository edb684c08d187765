import { useState } from 'react';
import { Button } from '@/components/Button';
import { FormProblem } from '@/components/Field';
import type { PlexServer } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { usePin } from '@/lib/usePin';
import { beginSearchMutation, lookAtSearch } from '../api/plexServers';

interface PlexServersProps {
  readonly chosen: PlexServer | null;
  /** Whether this is the one next thing to do. */
  readonly lit: boolean;
  readonly onChoose: (server: PlexServer | null) => void;
}

/** Instead of an address and a token: a sign-in with Plex, and one of the servers that it knows. */
export function PlexServers({ chosen, lit, onChoose }: PlexServersProps) {
  const { t } = useI18n();
  const [servers, setServers] = useState<readonly PlexServer[]>([]);
  const plex = usePin(beginSearchMutation, lookAtSearch, (answer) => {
    setServers(answer.servers);
    const [only, another] = answer.servers;
    if (only !== undefined && another === undefined) onChoose(only);
  });
  const { pin } = plex;
  const waiting = pin !== null && servers.length === 0;
  const begin = () => {
    setServers([]);
    onChoose(null);
    void plex.beginInWindow({ method: 'BROWSER' });
  };

  return (
    <div className="servers">
      <FormProblem>{plex.said}</FormProblem>
      {servers.length > 0 ? (
        <fieldset className="libs">
          <legend>{t('systems.servers')}</legend>
          {servers.map((server) => (
            <label key={server.machineIdentifier}>
              <input
                type="radio"
                name="plex-server"
                className="check round"
                checked={chosen?.machineIdentifier === server.machineIdentifier}
                onChange={() => {
                  onChoose(server);
                }}
              />
              <b>{server.name}</b>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="text-muted">{t('systems.servers.text')}</p>
      )}
      <div className="flex flex-wrap items-center gap-2.5">
        <Button
          look={servers.length > 0 ? 'quiet' : lit ? 'pri' : 'line'}
          busy={plex.isBeginning || waiting}
          onClick={begin}
        >
          {t(
            waiting
              ? 'session.plex.waiting'
              : servers.length > 0
                ? 'systems.servers.again'
                : 'systems.servers.find',
          )}
        </Button>
        {servers.length > 0 && (
          <Button
            look="quiet"
            onClick={() => {
              plex.forget();
              setServers([]);
              onChoose(null);
            }}
          >
            {t('systems.servers.type')}
          </Button>
        )}
      </div>
      {waiting && (
        <p className="hint flex flex-wrap items-center gap-2.5" role="status">
          {t(plex.blocked ? 'session.plex.blocked' : 'session.plex.window')}
          {pin.authUrl !== null && (
            <a className="btn line sm" href={pin.authUrl} target="_blank" rel="noreferrer">
              {t('session.plex.open')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
