import { Link } from '@tanstack/react-router';
import { ChevronRight, Link2 } from 'lucide-react';
import { Empty } from '@/components/Empty';
import { Picture } from '@/components/Picture';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { isFinal } from '../merge';
import { titleOf } from '../naming';
import { fractionOf } from '../stages';
import { useDownloads } from '../useDownloads';
import { wordsOf } from './CardLine';
import { MiniTrack } from './MiniTrack';
import './now.css';

const MOST = 3;

/** What downloads at this moment: the picture develops while one looks. */
export function DownloadsNow() {
  const { t } = useI18n();
  const downloads = useDownloads();
  const running = (downloads.data ?? []).filter((download) => !isFinal(download));
  const [first, ...others] = running;
  return (
    <section aria-labelledby="downloading-now">
      <header className="sec-h">
        <h2 className="h-sec" id="downloading-now">
          {t('home.downloads')}
        </h2>
        <Link to="/downloads" className="more">
          {t('page.downloads')}
          <ChevronRight aria-hidden />
        </Link>
      </header>
      {first === undefined ? (
        downloads.data === undefined && !downloads.isError ? (
          <span className="skel aspect-video rounded-xl" />
        ) : (
          <Empty title={t('home.downloads.none')} text={t('home.downloads.none.text')}>
            <Link to="/downloads" className="btn mt-2">
              <Link2 aria-hidden />
              {t('find.link.paste')}
            </Link>
          </Empty>
        )
      ) : (
        <div className="lv">
          <Large download={first} />
          {others.slice(0, MOST - 1).map((download) => (
            <Small key={download.id} download={download} />
          ))}
        </div>
      )}
    </section>
  );
}

function Large({ download }: { readonly download: Download }) {
  const { t } = useI18n();
  const format = useFormat();
  const fraction = fractionOf(download);
  return (
    <article aria-label={titleOf(download, t)}>
      <Picture
        src={download.thumbnailUrl}
        developed={download.state === 'DOWNLOADING' ? (fraction ?? 0) : undefined}
        asleep={download.state === 'QUEUED'}
        sound={download.quality === 'AUDIO'}
        className="rounded-xl"
      >
        {fraction !== undefined && (
          <span className="ov num" aria-hidden="true">
            {format.percent(fraction * 100)}
          </span>
        )}
      </Picture>
      <h3 className="h-card mt-3">{titleOf(download, t)}</h3>
      <p className="num text-muted">{wordsOf(download, t, format)}</p>
    </article>
  );
}

function Small({ download }: { readonly download: Download }) {
  const { t } = useI18n();
  const format = useFormat();
  return (
    <article className="mini" aria-label={titleOf(download, t)}>
      <Picture
        src={download.thumbnailUrl}
        asleep={download.state === 'QUEUED'}
        className="rounded-lg"
      />
      <div className="min-w-0">
        <h3 className="h-card clip" title={titleOf(download, t)}>
          {titleOf(download, t)}
        </h3>
        <p className="num clip mb-1.5 text-13 text-muted" title={wordsOf(download, t, format)}>
          {wordsOf(download, t, format)}
        </p>
        <MiniTrack download={download} />
      </div>
    </article>
  );
}
