import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/toasts';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { changeStanding, restore } from '@/lib/titles/cache';
import { followMutation } from './api/follow';

/** Hear of a title, or not any more. */
export function useFollowing() {
  const queryClient = useQueryClient();
  const { t } = useI18n();
  return useMutation({
    ...followMutation,
    onMutate: ({ title, follow }) =>
      changeStanding(queryClient, title, (standing) => ({
        ...standing,
        following: follow,
        followers: Math.max(0, standing.followers + (follow ? 1 : -1)),
      })),
    onError: (error, _following, snapshot) => {
      if (snapshot !== undefined) restore(queryClient, snapshot);
      toast({
        tone: 'bad',
        title: t('follow.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
    onSettled: (_data, _error, { title }) =>
      queryClient.invalidateQueries({ queryKey: ['titles', 'one', title.type, title.tmdbId] }),
  });
}
