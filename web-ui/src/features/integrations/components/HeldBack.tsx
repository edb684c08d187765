import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { toast } from '@/components/toasts';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { heldBackMutation, libraryQuery } from '../api/library';

/** Many titles vanished at once: only the admin knows whether they are gone or a drive is. */
export function HeldBack() {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const answer = useMutation({
    ...heldBackMutation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: libraryQuery.queryKey }),
    onError: (error) => {
      toast({
        tone: 'bad',
        title: t('library.heldBack.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });
  const heldBack = useQuery(libraryQuery).data?.heldBack ?? null;
  if (heldBack === null) return null;
  const { count, titles } = heldBack;
  const others = count - titles.length;
  return (
    <section className="mt-6 grid max-w-[900px] gap-2 rounded-xl border border-line p-4">
      <h2 className="h-card">{t('library.heldBack', { count })}</h2>
      <p className="text-muted text-pretty">{t('library.heldBack.text')}</p>
      <p className="break-words">
        {titles.join(', ')}
        {others > 0 && ` ${t('library.heldBack.more', { count: others })}`}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button
          look="line"
          size="sm"
          busy={answer.isPending && answer.variables === 'reject'}
          disabled={answer.isPending}
          onClick={() => {
            answer.mutate('reject');
          }}
        >
          {t('library.heldBack.reject')}
        </Button>
        <Button
          look="bad"
          size="sm"
          busy={answer.isPending && answer.variables === 'accept'}
          disabled={answer.isPending}
          onClick={() => {
            answer.mutate('accept');
          }}
        >
          {t('library.heldBack.accept')}
        </Button>
      </div>
    </section>
  );
}
