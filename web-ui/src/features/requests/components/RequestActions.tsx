import { Check, RotateCw, X } from 'lucide-react';
import { Button } from '@/components/Button';
import type { RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import type { useDeeds } from '../useDeeds';

interface RequestActionsProps {
  readonly view: RequestView;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly onDecline: () => void;
  /** Whether approving is the one next thing here. */
  readonly lit?: boolean;
}

/** What the one in front of the screen may do with it now; the server says what that is. */
export function RequestActions({ view, deeds, onDecline, lit = false }: RequestActionsProps) {
  const { t } = useI18n();
  const { id, title, actions, standing } = view;
  const may = (act: RequestView['actions'][number]) => actions.includes(act);
  // Who decides on what others ask for declines it, with a reason.
  const mayWithdraw = may('CANCEL') && (standing.mine || !may('DECLINE'));
  return (
    <>
      {may('DECLINE') && (
        <Button look="line" aria-label={t('request.decline.of', { title })} onClick={onDecline}>
          {t('request.decline')}
        </Button>
      )}
      {may('APPROVE') && (
        <Button
          look={lit ? 'pri' : 'plain'}
          icon={<Check aria-hidden />}
          aria-label={t('request.approve.of', { title })}
          onClick={() => void deeds.run({ act: 'APPROVE', id })}
        >
          {t('request.approve')}
        </Button>
      )}
      {may('RETRY') && (
        <Button
          icon={<RotateCw aria-hidden />}
          aria-label={t('request.retry.of', { title })}
          onClick={() => void deeds.run({ act: 'RETRY', id })}
        >
          {t('request.retry')}
        </Button>
      )}
      {mayWithdraw && (
        <Button
          look="quiet"
          icon={<X aria-hidden />}
          aria-label={t('request.cancel.of', { title })}
          onClick={() => void deeds.run({ act: 'CANCEL', id })}
        >
          {t('request.cancel')}
        </Button>
      )}
    </>
  );
}
