import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { FormProblem } from '@/components/Field';
import { Sheet, SheetHead } from '@/components/Sheet';
import { toast } from '@/components/toasts';
import type { User } from '@/lib/api/auth';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { nameOfPermission } from '@/lib/permissions';
import { Problem } from '@/lib/problem';
import { changeMutation, permissionsQuery } from '../api/people';

interface PersonSheetProps {
  readonly person: User | null;
  /** Nobody shuts themselves out by accident. */
  readonly isSelf: boolean;
  readonly onClose: () => void;
}

export function PersonSheet({ person, isSelf, onClose }: PersonSheetProps) {
  return (
    <Sheet open={person !== null} onClose={onClose}>
      {person !== null && <Body person={person} isSelf={isSelf} onClose={onClose} />}
    </Sheet>
  );
}

function Body({
  person,
  isSelf,
  onClose,
}: Omit<PersonSheetProps, 'person'> & { readonly person: User }) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const all = useQuery(permissionsQuery).data?.items ?? person.permissions;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(person.permissions));
  const [suspended, setSuspended] = useState(person.suspended);
  const change = useMutation({
    ...changeMutation,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      toast({ tone: 'ok', title: t('people.saved', { name: person.displayName }) });
      onClose();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!change.isPending)
      change.mutate({ id: person.id, change: { permissions: [...chosen], suspended } });
  };
  return (
    <form onSubmit={submit}>
      <SheetHead
        title={person.displayName}
        picture={<Avatar name={person.displayName} />}
        onClose={onClose}
      />
      <div className="grid max-h-[60dvh] gap-1 overflow-y-auto px-6">
        <FormProblem>
          {change.error === null ? undefined : sentenceFor(Problem.from(change.error), t)}
        </FormProblem>
        <fieldset>
          <legend className="mb-1 text-13 font-semibold">{t('people.may')}</legend>
          {all.map((permission) => (
            <label key={permission} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                className="check"
                checked={chosen.has(permission)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(permission);
                  else next.delete(permission);
                  setChosen(next);
                }}
              />
              <span>{nameOfPermission(permission, t)}</span>
            </label>
          ))}
        </fieldset>
        {!isSelf && (
          <label className="mt-2 flex min-h-11 cursor-pointer items-center gap-3 border-t border-line pt-3">
            <input
              type="checkbox"
              className="check"
              checked={suspended}
              onChange={(event) => {
                setSuspended(event.target.checked);
              }}
            />
            {t('people.suspend')}
          </label>
        )}
      </div>
      <footer className="flex justify-end gap-2.5 p-6 max-desk:*:flex-1">
        <Button look="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" look="pri" busy={change.isPending}>
          {t('people.save')}
        </Button>
      </footer>
    </form>
  );
}
