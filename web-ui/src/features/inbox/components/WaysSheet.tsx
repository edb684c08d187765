import { useQuery } from '@tanstack/react-query';
import { Sheet, SheetHead } from '@/components/Sheet';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { preferencesQuery } from '../api/preferences';
import { DeviceWay } from './DeviceWay';
import { MailForm } from './MailForm';

interface WaysSheetProps {
  readonly open: boolean;
  /** Whose ways they are. */
  readonly self: string;
  readonly onClose: () => void;
}

/** By which ways somebody hears of what is in their inbox. */
export function WaysSheet({ open, self, onClose }: WaysSheetProps) {
  const { t } = useI18n();
  return (
    <Sheet open={open} onClose={onClose}>
      <SheetHead title={t('ways.title')} onClose={onClose} />
      <Body self={self} onClose={onClose} />
    </Sheet>
  );
}

function Body({ self, onClose }: Omit<WaysSheetProps, 'open'>) {
  const { t } = useI18n();
  const chosen = useQuery(preferencesQuery);
  return (
    <div className="max-h-[70dvh] overflow-y-auto px-6 pb-2">
      <p className="text-muted">{t('ways.inbox')}</p>
      {chosen.data !== undefined ? (
        <>
          <DeviceWay chosen={chosen.data} self={self} />
          <MailForm chosen={chosen.data} onSaved={onClose} />
        </>
      ) : chosen.isError ? (
        <p className="complaint py-5" role="alert">
          {t('ways.failed')} {sentenceFor(Problem.from(chosen.error), t)}
        </p>
      ) : (
        <span className="skel my-5 h-40" aria-busy="true" />
      )}
    </div>
  );
}
