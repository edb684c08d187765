import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/Button';
import type { CatalogueHealth } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';

interface CatalogueNoteProps {
  readonly catalogue: CatalogueHealth | undefined;
  readonly onRetry?: () => void;
}

/** TMDB is away: what is missing because of it, in words, instead of "nothing found". */
export function CatalogueNote({ catalogue, onRetry }: CatalogueNoteProps) {
  const { t } = useI18n();
  if (catalogue === undefined || catalogue.state === 'UP') return null;
  const away = catalogue.state === 'DOWN';
  return (
    <div className="note warn mt-4" role="status">
      <TriangleAlert aria-hidden />
      <div className="min-w-0 flex-1">
        <p>
          <b>{t(away ? 'catalogue.down' : 'catalogue.none')}</b>{' '}
          {catalogue.message ?? t(away ? 'catalogue.down.text' : 'catalogue.none.text')}
        </p>
        {away && onRetry !== undefined && (
          <Button size="sm" className="mt-2" icon={<RotateCw aria-hidden />} onClick={onRetry}>
            {t('action.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
