import { Sheet, SheetTitle } from '@/components/Sheet';
import { useIsWide } from '@/components/useIsWide';
import { useI18n } from '@/lib/i18n';
import { RequestDetail } from './RequestDetail';

interface RequestPanelProps {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A panel beside the list where there is room, a sheet above it where there is none. */
export function RequestPanel({ id, onClose }: RequestPanelProps) {
  const { t } = useI18n();
  const wide = useIsWide();
  if (wide) {
    return id === undefined ? (
      <aside className="det none">
        <p className="text-muted">{t('requests.pickOne')}</p>
      </aside>
    ) : (
      <aside className="det" key={id}>
        <RequestDetail
          id={id}
          heading={(title) => <h2 className="h-sec big">{title}</h2>}
          onClose={onClose}
        />
      </aside>
    );
  }
  return (
    <Sheet open={id !== undefined} onClose={onClose} className="det">
      {id !== undefined && (
        <RequestDetail
          id={id}
          heading={(title) => <SheetTitle className="h-sec big">{title}</SheetTitle>}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}
