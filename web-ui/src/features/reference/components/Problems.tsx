import { useI18n } from '@/lib/i18n';
import type { ProblemKind } from '../problems';

/** The codes that problem documents have, what each means and what to do. */
export function Problems({ kinds }: { readonly kinds: readonly ProblemKind[] }) {
  const { t } = useI18n();
  if (kinds.length === 0) return null;
  return (
    <section className="reference-chapter" aria-labelledby="reference-problems">
      <h2 id="reference-problems" className="h-sec">
        {t('reference.problems')}
      </h2>
      <p className="mb-2 text-13 text-muted">{t('reference.problems.text')}</p>
      <ul>
        {kinds.map(({ code, status, title, remedy }) => (
          <li key={`${code} ${title}`} className="reference-problem">
            <span className="reference-method num">{status}</span>
            <code>{code}</code>
            <p className="text-13 text-muted">
              {title}. {remedy}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
