import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toast } from '@/components/toasts';
import type { RequestState, RequestView, Standing } from '@/lib/api/media';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { decideMutation, type Deed } from './api/decideRequest';
import { requestQuery } from './api/findRequest';
import { refreshLists, rememberRequest, supposeState } from './cache';

const SUPPOSED: Readonly<Record<Deed['act'], readonly [RequestState, Partial<Standing>]>> = {
  APPROVE: ['APPROVED', { state: 'APPROVED_QUEUED', reason: null }],
  DECLINE: ['DECLINED', { state: 'DECLINED' }],
  CANCEL: ['CANCELLED', { state: 'CANCELLED', reason: null }],
  RETRY: ['PROCESSING', { state: 'APPROVED_QUEUED', reason: null }],
};

/** Approve, decline, cancel, try again. Shown at once, and taken back with a reason if the server refuses. */
export function useDeeds() {
  const queryClient = useQueryClient();
  const { t } = useI18n();
  const { mutateAsync } = useMutation({
    ...decideMutation,
    onMutate: async (deed) => {
      await queryClient.cancelQueries({ queryKey: ['requests'] });
      const before = queryClient.getQueriesData({ queryKey: ['requests'] });
      const [state, standing] = SUPPOSED[deed.act];
      supposeState(queryClient, deed.id, state, {
        ...standing,
        ...(deed.act === 'DECLINE' ? { reason: deed.reason } : {}),
      });
      return before;
    },
    onSuccess: async (view) => {
      rememberRequest(queryClient, view);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: requestQuery(view.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['titles', 'one', view.type, view.tmdbId] }),
      ]);
    },
    onError: (error, deed, before) => {
      before?.forEach(([key, data]) => {
        queryClient.setQueryData(key, data);
      });
      // Somebody else may have decided meanwhile: what it is now says more than what it was.
      void refreshLists(queryClient);
      void queryClient.invalidateQueries({ queryKey: requestQuery(deed.id).queryKey });
      toast({
        tone: 'bad',
        title: t('request.deed.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });

  // The same as long as it does the same: thousands of rows hold on to it.
  return useMemo(() => {
    const run = async (deed: Deed): Promise<boolean> => {
      try {
        await mutateAsync(deed);
        return true;
      } catch {
        // It has been said, and what was on the screen is back.
        return false;
      }
    };
    const approveAll = async (views: readonly RequestView[]) => {
      const answers = await Promise.all(views.map(({ id }) => run({ act: 'APPROVE', id })));
      const count = answers.filter(Boolean).length;
      if (count > 0) toast({ tone: 'ok', title: t('requests.approved', { count }) });
    };
    return { run, approveAll };
  }, [mutateAsync, t]);
}
