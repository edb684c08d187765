import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Download as Save, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { Sheet, SheetTitle } from '@/components/Sheet';
import type { Download } from '@/lib/api/downloads';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { downloadQuery } from '../api/findDownload';
import { titleOf } from '../naming';
import { saveFile } from '../saveFile';
import { useDownloads } from '../useDownloads';

interface PlayerDialogProps {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** The small cinema. Its address names what plays, so that it survives a reload and Back closes it. */
export function PlayerDialog({ id, onClose }: PlayerDialogProps) {
  const { t } = useI18n();
  const listed = useDownloads().data?.find((download) => download.id === id);
  const fetched = useQuery({
    ...downloadQuery(id ?? ''),
    enabled: id !== undefined && listed === undefined,
    staleTime: Infinity,
  });
  const download = listed ?? fetched.data;
  const title = download === undefined ? t('downloads.play') : titleOf(download, t);

  return (
    <Sheet open={id !== undefined} onClose={onClose} className="player">
      <header className="flex items-center gap-3 py-3 pr-3 pl-5">
        <SheetTitle className="h-card clip flex-1" title={title}>
          {title}
        </SheetTitle>
        {download?.fileUrl != null && (
          <Button
            look="quiet"
            size="sm"
            icon={<Save aria-hidden />}
            onClick={() => {
              saveFile(download);
            }}
          >
            {t('downloads.save')}
          </Button>
        )}
        <IconButton label={t('action.close')} icon={<X aria-hidden />} onClick={onClose} />
      </header>
      {download === undefined ? (
        <div className="screen" aria-busy={fetched.isPending}>
          {fetched.isError && <Words>{wordsFor(Problem.from(fetched.error))}</Words>}
        </div>
      ) : (
        <Screen key={download.id} download={download} />
      )}
    </Sheet>
  );

  function wordsFor(problem: Problem): string {
    return problem.status === 404 || problem.status === 400
      ? t('player.gone')
      : sentenceFor(problem, t);
  }
}

function Screen({ download }: { readonly download: Download }) {
  const { t } = useI18n();
  const [failed, setFailed] = useState(false);
  const title = titleOf(download, t);
  const fail = () => {
    setFailed(true);
  };

  if (download.fileUrl === null)
    return <div className="screen">{<Words>{t('player.notReady')}</Words>}</div>;
  if (failed) return <div className="screen">{<Words>{t('player.failed')}</Words>}</div>;
  if (download.file?.mediaType.startsWith('audio/') === true) {
    return (
      <div className="screen sound">
        <Picture src={download.thumbnailUrl} sound className="w-full rounded-xl" />
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- what people download brings no captions of its own */}
        <audio src={download.fileUrl} controls autoPlay aria-label={title} onError={fail} />
      </div>
    );
  }
  return (
    <div className="screen">
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- as above */}
      <video
        src={download.fileUrl}
        {...(download.thumbnailUrl === null ? {} : { poster: download.thumbnailUrl })}
        controls
        autoPlay
        playsInline
        aria-label={title}
        onError={fail}
      />
    </div>
  );
}

function Words({ children }: { readonly children: string }) {
  return (
    <p className="note bad m-auto max-w-md" role="alert">
      <CircleAlert aria-hidden />
      {children}
    </p>
  );
}
