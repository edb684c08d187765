import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/toasts';
import type { NewRequest, TitleId } from '@/lib/api/media';
import { randomId } from '@/lib/ids';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { changeStanding, restore } from '@/lib/titles/cache';
import { createRequestMutation } from './api/createRequest';
import { rememberRequest } from './cache';

/** Asks for a title: it counts as asked at once, and as not asked, with the reason, if the server refuses. */
export function useAsking() {
  const queryClient = useQueryClient();
  const { t } = useI18n();
  const { mutate } = useMutation({
    ...createRequestMutation,
    onMutate: async ({ title }) => {
      await queryClient.cancelQueries({ queryKey: ['titles'] });
      return changeStanding(queryClient, title, (standing) => ({
        ...standing,
        state: 'AWAITING_APPROVAL',
        reason: null,
        mine: true,
        following: true,
      }));
    },
    onSuccess: (view, { title }) => {
      rememberRequest(queryClient, view);
      void queryClient.invalidateQueries({ queryKey: ['titles', 'one', title.type, title.tmdbId] });
      toast({
        tone: 'ok',
        title: t(view.joined ? 'request.joined' : 'request.sent', { title: title.title }),
        text: view.joined
          ? t('request.joined.text', { name: view.requestedBy.name })
          : t(`now.${view.standing.state}`),
      });
    },
    onError: (error, _asking, snapshot) => {
      if (snapshot !== undefined) restore(queryClient, snapshot);
      toast({
        tone: 'bad',
        title: t('request.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });

  return (title: TitleId & { readonly title: string }, request: NewRequest) => {
    mutate({ title, request, idempotencyKey: randomId() });
  };
}
