import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/toasts';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { readMutation } from './api/read';
import { supposeRead } from './cache';

/** Marks as read: shown at once, and taken back with a reason if the server refuses. */
export function useReading() {
  const queryClient = useQueryClient();
  const { t } = useI18n();
  return useMutation({
    ...readMutation,
    onMutate: (read) => supposeRead(queryClient, read),
    onError: (error, _read, takeBack) => {
      takeBack?.();
      toast({
        tone: 'bad',
        title: t('inbox.read.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  });
}
