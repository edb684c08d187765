import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/toasts';
import type { Download } from '@/lib/api/downloads';
import { sentenceFor, useI18n, type Key } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { cancelDownloadMutation } from './api/cancelDownload';
import { downloadQuery } from './api/findDownload';
import { retryDownloadMutation } from './api/retryDownload';
import { rememberDownload } from './live';
import { isFinal } from './merge';

type FailureTitle = Extract<Key, 'downloads.cancel.failed' | 'downloads.retry.failed'>;

/** Cancel and try again. Both answer at once; what became of it comes with the answer or live. */
export function useDownloadActions(download: Download) {
  const queryClient = useQueryClient();
  const { t } = useI18n();

  const remember = (changed: Download) => {
    rememberDownload(queryClient, changed);
  };
  const complain = (title: FailureTitle) => async (error: Error) => {
    const problem = Problem.from(error);
    if (problem.status === 409) {
      // It had moved on before we asked: what it is now says more than a complaint.
      remember(await queryClient.query(downloadQuery(download.id)));
    } else {
      toast({ tone: 'bad', title: t(title), text: sentenceFor(problem, t) });
    }
  };
  const cancel = useMutation({
    ...cancelDownloadMutation,
    onSuccess: remember,
    onError: complain('downloads.cancel.failed'),
  });
  const retry = useMutation({
    ...retryDownloadMutation,
    onSuccess: (queued) => {
      cancel.reset();
      remember(queued);
    },
    onError: complain('downloads.retry.failed'),
  });

  return {
    isCancelling: !isFinal(download) && (cancel.isPending || cancel.isSuccess),
    isRetrying: isFinal(download) && retry.isPending,
    cancel: () => {
      cancel.mutate(download.id);
    },
    retry: () => {
      retry.mutate(download.id);
    },
  };
}
