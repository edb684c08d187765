import { useInfiniteQuery } from '@tanstack/react-query';
import { Ban, UserPlus } from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Field } from '@/components/Field';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import type { User } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { peopleQuery } from '../api/people';
import { ImportSheet } from '../components/ImportSheet';
import { PersonSheet } from '../components/PersonSheet';
import './people.css';

export function PeoplePage({ self }: { readonly self: string }) {
  const { t } = useI18n();
  const [written, setWritten] = useState('');
  const query = useDeferredValue(written.trim());
  const people = useInfiniteQuery(peopleQuery(query));
  const [opened, setOpened] = useState<User | null>(null);
  const [importing, setImporting] = useState(false);

  return (
    <div className="wrap">
      <PageTitle>{t('page.people')}</PageTitle>
      <header className="flex flex-wrap items-end gap-5 pt-7 max-desk:pt-4">
        <div className="min-w-64 flex-1">
          <h1 className="h-page" tabIndex={-1}>
            {t('people.head')}
          </h1>
          <p className="lead mt-1.5">{t('people.lead')}</p>
        </div>
        <Button
          look="pri"
          icon={<UserPlus aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => {
            setImporting(true);
          }}
        >
          {t('people.import')}
        </Button>
      </header>
      <div className="mt-6 max-w-md">
        <Field
          label={t('people.find')}
          autoComplete="off"
          spellCheck={false}
          value={written}
          onChange={(event) => {
            setWritten(event.target.value);
          }}
        />
      </div>
      {people.data !== undefined ? (
        people.data.length === 0 ? (
          <div className="mt-6">
            <Empty title={t('people.none')} text={t('people.none.text')} />
          </div>
        ) : (
          <>
            <ul className="folk">
              {people.data.map((person) => (
                <Person key={person.id} person={person} onOpen={setOpened} />
              ))}
            </ul>
            <Infinite
              hasMore={people.hasNextPage && !people.isFetchingNextPage}
              onMore={() => void people.fetchNextPage()}
            />
          </>
        )
      ) : people.isError ? (
        <div className="mt-6">
          <ErrorPanel
            badge={t('people.failed')}
            problem={Problem.from(people.error)}
            busy={people.isFetching}
            onRetry={() => void people.refetch()}
          />
        </div>
      ) : (
        <div className="folk" aria-busy="true">
          {[1, 2, 3, 4].map((row) => (
            <span key={row} className="skel my-2 h-14" />
          ))}
        </div>
      )}
      <PersonSheet
        person={opened}
        isSelf={opened?.id === self}
        onClose={() => {
          setOpened(null);
        }}
      />
      <ImportSheet
        open={importing}
        onClose={() => {
          setImporting(false);
        }}
      />
    </div>
  );
}

const Person = memo(function Person({
  person,
  onOpen,
}: {
  readonly person: User;
  readonly onOpen: (person: User) => void;
}) {
  const { t } = useI18n();
  const whence =
    person.plexUsername === null
      ? t('people.local', { name: person.username })
      : t('people.plex', { name: person.plexUsername });
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          onOpen(person);
        }}
      >
        <Avatar name={person.displayName} />
        <span className="min-w-0">
          <b className="h-card block">{person.displayName}</b>
          <span className="clip block text-muted" title={whence}>
            {whence}
          </span>
        </span>
        <span className="facts">
          {person.suspended ? (
            <span className="badge bad">
              <Ban aria-hidden />
              {t('people.suspended')}
            </span>
          ) : (
            <span className="text-muted">
              {t('people.permissions', { count: person.permissions.length })}
            </span>
          )}
          <span className="text-13 text-muted">
            {person.lastSeenAt === null ? (
              t('people.never')
            ) : (
              <>
                {t('people.seen')} <RelativeTime at={person.lastSeenAt} />
              </>
            )}
          </span>
        </span>
      </button>
    </li>
  );
});
