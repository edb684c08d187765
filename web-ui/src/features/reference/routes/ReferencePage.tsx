import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Field } from '@/components/Field';
import { PageTitle } from '@/components/PageTitle';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { referenceQuery } from '../api/document';
import { find, type Chapter } from '../chapters';
import { OperationDetails } from '../components/OperationDetails';
import { Problems } from '../components/Problems';
import { findProblems, type ProblemKind } from '../problems';
import './reference.css';

/** What scripts and other programs can ask, to leaf through. */
export function ReferencePage() {
  const { t } = useI18n();
  const reference = useQuery(referenceQuery);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  return (
    <div className="wrap">
      <PageTitle>{t('page.reference')}</PageTitle>
      <header className="pt-7 max-desk:pt-4">
        <h1 className="h-page" tabIndex={-1}>
          {t('reference.head')}
        </h1>
        <p className="lead mt-1.5">
          {t('reference.lead')}{' '}
          <a className="underline" href="/api/v1/openapi">
            {t('reference.document')}
          </a>
        </p>
      </header>
      {reference.data !== undefined ? (
        <>
          <div className="mt-5 max-w-96">
            <Field
              label={t('reference.find')}
              type="search"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
            />
          </div>
          <Found
            chapters={find(reference.data.chapters, sought)}
            problems={findProblems(reference.data.problems, sought)}
          />
        </>
      ) : reference.isError ? (
        <div className="mt-6">
          <ErrorPanel
            badge={t('reference.failed')}
            problem={Problem.from(reference.error)}
            busy={reference.isFetching}
            onRetry={() => void reference.refetch()}
          />
        </div>
      ) : (
        <div className="reference-chapter" aria-busy="true">
          {[1, 2, 3, 4].map((row) => (
            <span key={row} className="skel my-2 h-12" />
          ))}
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  readonly chapters: readonly Chapter[];
  readonly problems: readonly ProblemKind[];
}

function Found({ chapters, problems }: FoundProps) {
  const { t } = useI18n();
  if (chapters.length === 0 && problems.length === 0) {
    return (
      <div className="mt-6">
        <Empty title={t('reference.none')} text={t('reference.none.text')} />
      </div>
    );
  }
  return (
    <>
      {chapters.map(({ name, operations }) => (
        <section key={name} className="reference-chapter" aria-label={name}>
          <h2 className="h-sec">{name}</h2>
          {operations.map((operation) => (
            <OperationDetails key={`${operation.method} ${operation.path}`} operation={operation} />
          ))}
        </section>
      ))}
      <Problems kinds={problems} />
    </>
  );
}
