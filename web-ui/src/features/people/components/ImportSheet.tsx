import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { FormProblem } from '@/components/Field';
import { Sheet, SheetHead } from '@/components/Sheet';
import { toast } from '@/components/toasts';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { friendsQuery, importMutation } from '../api/people';

interface ImportSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Those with whom the Plex server is shared, to be let in before they come by themselves. */
export function ImportSheet({ open, onClose }: ImportSheetProps) {
  const { t } = useI18n();
  return (
    <Sheet open={open} onClose={onClose}>
      <SheetHead title={t('people.import')} onClose={onClose} />
      <Friends onClose={onClose} />
    </Sheet>
  );
}

function Friends({ onClose }: Pick<ImportSheetProps, 'onClose'>) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const friends = useQuery(friendsQuery);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const bring = useMutation({
    ...importMutation,
    onSuccess: async ({ imported, refused }) => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      if (imported.length > 0)
        toast({ tone: 'ok', title: t('people.imported', { count: imported.length }) });
      refused.forEach(({ reason }) => {
        toast({ tone: 'bad', title: t('people.refused'), text: reason });
      });
      onClose();
    },
  });
  if (friends.data === undefined) {
    return (
      <div className="px-6 pb-6">
        {friends.isError ? (
          <ErrorPanel
            badge={t('people.friends.failed')}
            problem={Problem.from(friends.error)}
            busy={friends.isFetching}
            onRetry={() => void friends.refetch()}
          />
        ) : (
          <div className="grid gap-3" aria-hidden="true">
            <span className="skel h-11" />
            <span className="skel h-11" />
            <span className="skel h-11" />
          </div>
        )}
      </div>
    );
  }
  const items = friends.data.items;
  if (items.length === 0)
    return (
      <div className="px-6 pb-6">
        <Empty title={t('people.friends.none')} text={t('people.friends.none.text')} />
      </div>
    );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen.size > 0 && !bring.isPending) bring.mutate([...chosen]);
  };
  return (
    <form onSubmit={submit}>
      <div className="max-h-[60dvh] overflow-y-auto px-6">
        <FormProblem>
          {bring.error === null ? undefined : sentenceFor(Problem.from(bring.error), t)}
        </FormProblem>
        <ul>
          {items.map(({ plexId, title, username, hasAccount, pending }) => (
            <li key={plexId} className="border-t border-line first:border-0">
              <label className="flex min-h-14 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  className="check"
                  disabled={hasAccount}
                  checked={hasAccount || chosen.has(plexId)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.target.checked) next.add(plexId);
                    else next.delete(plexId);
                    setChosen(next);
                  }}
                />
                <Avatar name={title} size="sm" />
                <span className="min-w-0 flex-1">
                  <b className="font-semibold">{title}</b>{' '}
                  <span className="text-muted">{username !== title && username}</span>
                </span>
                <span className="text-13 text-muted">
                  {hasAccount ? t('people.friend.here') : pending ? t('people.friend.pending') : ''}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      <footer className="flex justify-end gap-2.5 p-6 max-desk:*:flex-1">
        <Button look="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          type="submit"
          look={chosen.size === 0 ? 'plain' : 'pri'}
          busy={bring.isPending}
          {...(chosen.size === 0 ? { 'aria-disabled': true, 'data-off': '' } : {})}
        >
          {chosen.size === 0
            ? t('people.import.pick')
            : t('people.import.count', { count: chosen.size })}
        </Button>
      </footer>
    </form>
  );
}
