import { useQuery } from '@tanstack/react-query';
import { CircleX, X } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Button, IconButton } from '@/components/Button';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Poster } from '@/components/Poster';
import { Sheet, SheetTitle } from '@/components/Sheet';
import type { MediaType, TitleId, TitlePage } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { titleQuery } from '@/lib/titles/titleQuery';
import { episodesIn, namedSeasons, seasonsOf } from '../seasons';
import { useAsking } from '../useAsking';
import { QuotaMeter } from './QuotaMeter';
import { SeasonPicker } from './SeasonPicker';
import './requestDialog.css';

/** What is asked for: a title, and perhaps the seasons that somebody chose already. */
export interface Wish extends TitleId {
  readonly title: string;
  readonly year: number | null;
  readonly posterUrl: string | null;
  readonly seasons?: readonly number[];
}

interface RequestDialogProps {
  readonly wish: Wish | null;
  readonly onClose: () => void;
}

/** The second tap: what one gets, what it takes of the quota, and one button that says so. */
export function RequestDialog({ wish, onClose }: RequestDialogProps) {
  return (
    <Sheet open={wish !== null} onClose={onClose} className="asking">
      {wish !== null && (
        <Body key={`${wish.type}-${wish.tmdbId.toString()}`} wish={wish} onClose={onClose} />
      )}
    </Sheet>
  );
}

function Body({ wish, onClose }: { readonly wish: Wish; readonly onClose: () => void }) {
  const { t } = useI18n();
  const format = useFormat();
  const page = useQuery({ ...titleQuery(wish), staleTime: 5_000 });
  const minutes = page.data?.runtimeMinutes;
  const runtime = minutes == null ? null : format.length(minutes * 60);
  return (
    <>
      <header className="dlg-h">
        <Poster title={wish.title} url={wish.posterUrl} className="w-16 rounded-lg" sizes="64px" />
        <div className="min-w-0">
          <SheetTitle className="h-sec">{t('request.title', { title: wish.title })}</SheetTitle>
          <p className="text-muted">
            {wish.type === 'SERIES'
              ? t('request.lead.series')
              : [wish.year, runtime].filter((part) => part != null).join(', ')}
          </p>
        </div>
        <IconButton label={t('action.close')} icon={<X aria-hidden />} onClick={onClose} />
      </header>
      {page.data !== undefined ? (
        <Form wish={wish} page={page.data} onClose={onClose} />
      ) : page.isError ? (
        <div className="p-5">
          <ErrorPanel
            badge={t('request.load.failed')}
            problem={Problem.from(page.error)}
            busy={page.isFetching}
            onRetry={() => void page.refetch()}
          />
        </div>
      ) : (
        <FormSkeleton type={wish.type} />
      )}
    </>
  );
}

function Form({
  wish,
  page,
  onClose,
}: {
  readonly wish: Wish;
  readonly page: TitlePage;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const ask = useAsking();
  const [picked, setPicked] = useState<ReadonlySet<number>>(
    () => new Set(wish.seasons ?? seasonsOf('missing', page.seasons)),
  );
  const [note, setNote] = useState('');
  const isSeries = wish.type === 'SERIES';
  const wanted = isSeries ? picked.size : 1;
  const remaining = page.quota.limit === null ? null : page.quota.remaining;
  const over = remaining !== null && wanted > remaining;
  const empty = wanted === 0;
  const numbers = [...picked].sort((one, other) => one - other);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (over || empty) return;
    ask(wish, {
      type: wish.type,
      tmdbId: wish.tmdbId,
      ...(isSeries ? { seasons: numbers } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    onClose();
  };

  return (
    <form onSubmit={submit}>
      <div className="dlg-b">
        <Refused page={page} />
        {isSeries && <SeasonPicker seasons={page.seasons} picked={picked} onPick={setPicked} />}
        <label className="field mb-3.5">
          <span className="text-13 font-semibold">{t('request.note')}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={500}
            placeholder={t('request.note.placeholder')}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        </label>
        <QuotaMeter quota={page.quota} type={wish.type} wanted={wanted} />
      </div>
      <footer className="dlg-f">
        <Button look="quiet" size="lg" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          type="submit"
          look={over || empty ? 'plain' : 'pri'}
          size="lg"
          aria-disabled={over || empty || undefined}
          {...(over || empty ? { 'data-off': '' } : {})}
        >
          {isSeries
            ? empty
              ? t('request.pickOne')
              : t('request.submit.seasons', { seasons: namedSeasons(numbers, t) })
            : t('request.submit.film')}{' '}
          {isSeries && !empty && (
            <span className="sub">
              {t('title.episodes', { count: episodesIn(page.seasons, picked) })}
            </span>
          )}
        </Button>
      </footer>
    </form>
  );
}

/** Who asks again reads first why it was declined. */
function Refused({ page }: { readonly page: TitlePage }) {
  const { t } = useI18n();
  const format = useFormat();
  const { request, standing } = page;
  if (standing.state !== 'DECLINED') return null;
  const reason = request?.reason ?? standing.reason;
  return (
    <div className="note bad mb-4">
      <CircleX aria-hidden />
      <div className="min-w-0">
        <b>
          {request === null
            ? t('request.declined')
            : t('request.declined.on', { date: format.day(new Date(request.updatedAt)) })}
        </b>
        {reason !== null && <p className="break-words">{t('quote', { text: reason })}</p>}
        <p className="text-muted">{t('request.again')}</p>
      </div>
    </div>
  );
}

function FormSkeleton({ type }: { readonly type: MediaType }) {
  return (
    <div aria-hidden="true">
      <div className="dlg-b">
        {type === 'SERIES' && [1, 2, 3].map((row) => <span key={row} className="skel mb-3 h-11" />)}
        <span className="skel mb-3.5 h-24" />
        <span className="skel h-20" />
      </div>
      <div className="dlg-f">
        <span className="skel h-[50px] flex-1" />
      </div>
    </div>
  );
}
