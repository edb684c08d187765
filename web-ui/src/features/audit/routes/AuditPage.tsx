import { useInfiniteQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { Avatar } from '@/components/Avatar';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import type { AuditEntry } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { auditQuery } from '../api/audit';
import { detailOf, sentenceOf } from '../sentence';
import './audit.css';

export function AuditPage() {
  const { t } = useI18n();
  const entries = useInfiniteQuery(auditQuery);
  return (
    <div className="wrap">
      <PageTitle>{t('page.audit')}</PageTitle>
      <header className="pt-7 max-desk:pt-4">
        <h1 className="h-page" tabIndex={-1}>
          {t('audit.head')}
        </h1>
        <p className="lead mt-1.5">{t('audit.lead')}</p>
      </header>
      {entries.data !== undefined ? (
        entries.data.length === 0 ? (
          <div className="mt-6">
            <Empty title={t('audit.none')} text={t('audit.none.text')} />
          </div>
        ) : (
          <>
            <ol className="journal">
              {entries.data.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ol>
            <Infinite
              hasMore={entries.hasNextPage && !entries.isFetchingNextPage}
              onMore={() => void entries.fetchNextPage()}
            />
          </>
        )
      ) : entries.isError ? (
        <div className="mt-6">
          <ErrorPanel
            badge={t('audit.failed')}
            problem={Problem.from(entries.error)}
            busy={entries.isFetching}
            onRetry={() => void entries.refetch()}
          />
        </div>
      ) : (
        <div className="journal" aria-busy="true">
          {[1, 2, 3, 4].map((row) => (
            <span key={row} className="skel my-2 h-12" />
          ))}
        </div>
      )}
    </div>
  );
}

const Entry = memo(function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useI18n();
  const detail = detailOf(entry, t);
  return (
    <li>
      <Avatar name={entry.actorName ?? entry.subject} />
      <span className="min-w-0">
        <span className="block break-words">{sentenceOf(entry, t)}</span>
        {detail !== null && <span className="block break-words text-13 text-muted">{detail}</span>}
      </span>
      <span className="text-13 text-muted">
        <RelativeTime at={entry.at} />
      </span>
    </li>
  );
});
