import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { toast } from '@/components/toasts';
import { applyDownloadMessage } from '@/features/downloads/live';
import { titleOf } from '@/features/downloads/naming';
import { applyNotificationMessage, type Arrival } from '@/features/inbox/live';
import { reasonOf, sentenceOf, toneOf } from '@/features/inbox/sentence';
import { useReading } from '@/features/inbox/useReading';
import { applyRequestMessage, type RequestNews } from '@/features/requests/live';
import { applyStatusMessage } from '@/features/status/live';
import { useI18n } from '@/lib/i18n';
import type { LiveMessage } from '@/lib/live';
import { placeOf, titlePlace } from '../places';

/** What each message of the live feed does to the cache, and what of it is said aloud. */
export function useNews(): (message: LiveMessage) => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { t } = useI18n();
  const { mutate: read } = useReading();

  return useCallback(
    (message) => {
      // What was decided, arrived or failed is in the inbox, and said from there.
      const sayRequest = (news: RequestNews) => {
        if (news.kind !== 'changed' || !news.view.standing.mine) return;
        // Who needs nobody's word has just been told that it is asked for.
        const atOnce = Date.now() - Date.parse(news.view.createdAt) < 15_000;
        if (!news.event.endsWith('.approved.v1') || atOnce) return;
        toast({
          tone: 'ok',
          title: t('request.approvedToast', { title: news.view.title }),
          action: {
            label: t('inbox.open'),
            run: () => void router.navigate(titlePlace(news.view)),
          },
        });
      };

      const sayArrival = (arrival: Arrival | undefined) => {
        if (arrival === undefined || router.state.location.pathname === '/inbox') return;
        const { news } = arrival;
        const reason = reasonOf(arrival, t);
        toast({
          tone: toneOf(arrival.kind),
          title: sentenceOf(arrival, t),
          ...(reason === undefined ? {} : { text: reason }),
          action: {
            label: t('inbox.open'),
            run: () => {
              if (news !== undefined) read({ id: news.id });
              void router.navigate(news === undefined ? { to: '/inbox' } : placeOf(news.link));
            },
          },
        });
      };

      void applyDownloadMessage(queryClient, message).then((news) => {
        if (news.kind !== 'changed' || !news.hasArrived) return;
        toast({
          tone: 'ok',
          title: t('downloads.ready', { title: titleOf(news.download, t) }),
          action: {
            label: t('downloads.play'),
            run: () => {
              void router.navigate({ to: '/downloads', search: { play: news.download.id } });
            },
          },
        });
      });
      void applyRequestMessage(queryClient, message).then(sayRequest);
      void applyNotificationMessage(queryClient, message).then(sayArrival);
      applyStatusMessage(queryClient, message);
    },
    [queryClient, router, t, read],
  );
}
