import { Button } from '@/components/Button';
import { FormProblem } from '@/components/Field';
import { Sheet, SheetHead } from '@/components/Sheet';
import type { Me } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { usePlexPin } from '../usePlexPin';

interface LinkPlexSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onLinked: (me: Me) => void;
}

/** Whoever came by name and password may link their Plex account, and come in by either from then on. */
export function LinkPlexSheet({ open, onClose, onLinked }: LinkPlexSheetProps) {
  const { t } = useI18n();
  return (
    <Sheet open={open} onClose={onClose}>
      <SheetHead title={t('account.linkPlex')} onClose={onClose} />
      <Body onLinked={onLinked} />
    </Sheet>
  );
}

function Body({ onLinked }: Pick<LinkPlexSheetProps, 'onLinked'>) {
  const { t } = useI18n();
  const { pin, said, isBeginning, beginInWindow } = usePlexPin(onLinked);
  return (
    <div className="grid gap-4 px-6 pb-6">
      <p className="text-muted">{t('account.linkPlex.text')}</p>
      <FormProblem>{said}</FormProblem>
      <div className="flex flex-wrap gap-2.5">
        <Button
          look="pri"
          busy={isBeginning || pin !== null}
          onClick={() => void beginInWindow({ method: 'BROWSER', staySignedIn: false })}
        >
          {t(pin === null ? 'session.plex' : 'session.plex.waiting')}
        </Button>
        {pin?.authUrl != null && (
          <a className="btn line" href={pin.authUrl} target="_blank" rel="noreferrer">
            {t('session.plex.open')}
          </a>
        )}
      </div>
    </div>
  );
}
