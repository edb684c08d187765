import { RotateCw, TriangleAlert } from 'lucide-react';
import { sentenceFor, useI18n } from '@/lib/i18n';
import type { Problem } from '@/lib/problem';
import { Button } from './Button';

interface ErrorPanelProps {
  readonly badge: string;
  readonly problem: Problem;
  readonly reassurance?: string;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

/** What happened, what is not lost, and the way on. */
export function ErrorPanel({ badge, problem, reassurance, busy, onRetry }: ErrorPanelProps) {
  const { t } = useI18n();
  return (
    <div className="panel grid gap-2" role="alert">
      <span className="badge bad whitespace-normal">
        <TriangleAlert aria-hidden />
        {badge}
      </span>
      <p className="h-card mt-1.5">{sentenceFor(problem, t)}</p>
      <p className="text-muted">
        {reassurance}{' '}
        {problem.traceId !== undefined && (
          <>
            {t('problem.number')} <span className="num text-text">{problem.traceId}</span>
          </>
        )}
      </p>
      <div className="mt-2">
        <Button icon={<RotateCw aria-hidden />} busy={busy} onClick={onRetry}>
          {t('action.tryAgain')}
        </Button>
      </div>
    </div>
  );
}
