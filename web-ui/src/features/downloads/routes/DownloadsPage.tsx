import { useCallback, useState } from 'react';
import { PageTitle } from '@/components/PageTitle';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { DownloadList } from '../components/DownloadList';
import { PasteBox } from '../components/PasteBox';
import { PlayerDialog } from '../components/PlayerDialog';
import { RemoveDialog } from '../components/RemoveDialog';
import { titleOf } from '../naming';
import { useSpokenChanges } from '../useSpokenChanges';
import './downloads.css';

interface DownloadsPageProps {
  readonly mayAdd: boolean;
  /** A link to look at, from the address. */
  readonly link: string | undefined;
  readonly onLinkTaken: () => void;
  /** The download that plays, from the address. */
  readonly playing: string | undefined;
  readonly onPlay: (id: string) => void;
  readonly onStop: () => void;
}

export function DownloadsPage({
  mayAdd,
  link,
  onLinkTaken,
  playing,
  onPlay,
  onStop,
}: DownloadsPageProps) {
  const { t } = useI18n();
  const [removing, setRemoving] = useState<Download | null>(null);
  const [submitted, setSubmitted] = useState('');
  const spoken = useSpokenChanges();

  const sayInLine = useCallback(
    (download: Download) => {
      setSubmitted(t('downloads.submitted', { title: titleOf(download, t) }));
    },
    [t],
  );

  return (
    <div className="wrap">
      <PageTitle>{t('page.downloads')}</PageTitle>
      <div className="grid gap-4.5 pt-7 max-desk:pt-4">
        <h1 className="h-page" tabIndex={-1}>
          {t('downloads.title')}
        </h1>
        {mayAdd ? (
          <PasteBox offered={link} onOfferTaken={onLinkTaken} onSubmitted={sayInLine} />
        ) : (
          <p className="text-muted">{t('downloads.notYou')}</p>
        )}
      </div>
      <div className="mt-11 max-desk:mt-9">
        <DownloadList onPlay={onPlay} onRemove={setRemoving} />
      </div>
      <p className="vh" role="status">
        {submitted}
      </p>
      <p className="vh" role="status">
        {spoken}
      </p>
      <PlayerDialog id={playing} onClose={onStop} />
      <RemoveDialog
        download={removing}
        onClose={() => {
          setRemoving(null);
        }}
      />
    </div>
  );
}
