import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '@/components/Confirm';
import { toast } from '@/components/toasts';
import type { Download } from '@/lib/api/downloads';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { downloadsQuery } from '../api/listDownloads';
import { removeDownloadMutation } from '../api/removeDownload';
import { forgetDownload } from '../live';
import { titleOf } from '../naming';

interface RemoveDialogProps {
  readonly download: Download | null;
  readonly onClose: () => void;
}

/** Asks, then takes the card away at once; if the server refuses, the card is back with a reason. */
export function RemoveDialog({ download, onClose }: RemoveDialogProps) {
  const { t } = useI18n();
  const format = useFormat();
  const queryClient = useQueryClient();
  const remove = useMutation({
    ...removeDownloadMutation,
    onMutate: async (id) => {
      await queryClient.cancelQueries({ queryKey: downloadsQuery.queryKey });
      forgetDownload(queryClient, id);
    },
    onError: (error) => {
      toast({
        tone: 'bad',
        title: t('downloads.remove.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
      return queryClient.invalidateQueries({ queryKey: downloadsQuery.queryKey });
    },
  });

  const title = download === null ? '' : titleOf(download, t);
  const file = download?.file ?? null;

  return (
    <Confirm
      open={download !== null}
      title={t('downloads.remove.title')}
      text={
        file === null
          ? t('downloads.remove.entry', { title })
          : t('downloads.remove.file', { title, size: format.bytes(file.bytes) })
      }
      keep={t('downloads.remove.keep')}
      act={t('downloads.remove')}
      onClose={onClose}
      onAct={() => {
        onClose();
        if (download === null) return;
        remove.mutate(download.id, {
          onSuccess: () => {
            toast({ tone: 'ok', title: t('downloads.removed', { title }) });
          },
        });
      }}
    />
  );
}
