import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { toast } from '@/components/toasts';
import { applyDownloadMessage } from '@/features/downloads/live';
import { titleOf } from '@/features/downloads/naming';
import { applyRequestMessage, type RequestNews } from '@/features/requests/live';
import { applyStatusMessage } from '@/features/status/live';
import { useI18n } from '@/lib/i18n';
import { kindOf, type TitleId } from '@/lib/api/media';
import type { LiveMessage } from '@/lib/live';

/** What each message of the live feed does to the cache, and what of it is said aloud. */
export function useNews(): (message: LiveMessage) => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { t } = useI18n();

  return useCallback(
    (message) => {
      const open = ({ type, tmdbId }: TitleId) => {
        void router.navigate({
          to: '/title/$kind/$tmdbId',
          params: { kind: kindOf(type), tmdbId: tmdbId.toString() },
        });
      };

      const sayRequest = (news: RequestNews) => {
        if (news.kind === 'followed') {
          toast({
            tone: 'ok',
            title: t('follow.ready', { title: news.title.name }),
            action: {
              label: t('search.open'),
              run: () => {
                open(news.title);
              },
            },
          });
        }
        if (news.kind !== 'changed' || !news.view.standing.mine) return;
        const { title } = news.view;
        const action = {
          label: t('search.open'),
          run: () => {
            open(news.view);
          },
        };
        if (news.event.endsWith('.available.v1'))
          toast({ tone: 'ok', title: t('follow.ready', { title }), action });
        // Who needs nobody's word has just been told that it is asked for.
        const atOnce = Date.now() - Date.parse(news.view.createdAt) < 15_000;
        if (news.event.endsWith('.approved.v1') && !atOnce)
          toast({ tone: 'ok', title: t('request.approvedToast', { title }), action });
        if (news.event.endsWith('.declined.v1')) {
          toast({
            tone: 'bad',
            title: t('request.declinedToast', { title }),
            ...(news.view.reason === null ? {} : { text: news.view.reason }),
            action,
          });
        }
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
      applyStatusMessage(queryClient, message);
    },
    [queryClient, router, t],
  );
}
