import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Download, DownloadRequest } from '@/lib/api/downloads';
import { randomId } from '@/lib/ids';
import { createDownloadMutation } from './api/createDownload';
import { rememberDownload } from './live';

/** Submits a download. Pressing again after a failure is the same submission, and so has the same key. */
export function useSubmission(onSubmitted: (download: Download) => void) {
  const queryClient = useQueryClient();
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);

  const mutation = useMutation({
    ...createDownloadMutation,
    onSuccess: (download) => {
      last.current = null;
      rememberDownload(queryClient, download);
      onSubmitted(download);
    },
  });

  const submit = (request: DownloadRequest) => {
    if (mutation.isPending) return;
    const content = JSON.stringify(request);
    if (last.current?.content !== content) last.current = { content, key: randomId() };
    mutation.mutate({ request, idempotencyKey: last.current.key });
  };

  return { submit, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
