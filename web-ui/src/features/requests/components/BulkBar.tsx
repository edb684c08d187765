import { Check, X } from 'lucide-react';
import { Button, IconButton } from '@/components/Button';
import { useI18n } from '@/lib/i18n';

interface BulkBarProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onApprove: () => void;
  readonly onClear: () => void;
}

export function BulkBar({ count, busy, onApprove, onClear }: BulkBarProps) {
  const { t } = useI18n();
  return (
    <div className="bulk" role="region" aria-label={t('requests.chosen', { count })}>
      <b>{t('requests.chosen', { count })}</b>
      <Button look="pri" busy={busy} icon={<Check aria-hidden />} onClick={onApprove}>
        {t('requests.approve', { count })}
      </Button>
      <IconButton label={t('requests.clear')} icon={<X aria-hidden />} onClick={onClear} />
    </div>
  );
}
