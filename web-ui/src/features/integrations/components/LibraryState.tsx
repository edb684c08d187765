import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { Button } from '@/components/Button';
import { RelativeTime } from '@/components/RelativeTime';
import { toast } from '@/components/toasts';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { libraryQuery, scanMutation } from '../api/library';

/** How far the library is read, live while it is. */
export function LibraryState() {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const library = useQuery(libraryQuery).data;
  const scan = useMutation({
    ...scanMutation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: libraryQuery.queryKey }),
    onError: (error) => {
      toast({
        tone: 'bad',
        title: t('library.scan.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });
  if (library === undefined) return null;
  const { running, items, lastScanAt } = library;
  return (
    <div className="grid max-w-[620px] gap-3">
      <p className="num">
        {t('library.items', { count: items })}{' '}
        <span className="text-muted">
          {running === null
            ? lastScanAt !== null && (
                <>
                  {t('library.last')} <RelativeTime at={lastScanAt} />
                </>
              )
            : t('library.reading', {
                section: running.section,
                done: running.done,
                total: running.total,
              })}
        </span>
      </p>
      {running === null && (
        <div>
          <Button
            look="line"
            size="sm"
            icon={<RefreshCw aria-hidden />}
            busy={scan.isPending}
            onClick={() => {
              scan.mutate();
            }}
          >
            {t('library.scan')}
          </Button>
        </div>
      )}
    </div>
  );
}
