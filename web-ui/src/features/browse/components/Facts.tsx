import type { TitlePage } from '@/lib/api/media';
import { dayOf } from '@/lib/days';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';

export function Facts({ title }: { readonly title: TitlePage }) {
  const { t } = useI18n();
  const format = useFormat();
  const facts = [
    [t('title.fact.original'), title.originalTitle === title.title ? null : title.originalTitle],
    [
      t(title.type === 'MOVIE' ? 'title.fact.released' : 'title.fact.firstShown'),
      title.releaseDate === null ? null : format.date(dayOf(title.releaseDate)),
    ],
    [t('title.fact.status'), title.status],
    [t('title.fact.genres'), title.genres.length === 0 ? null : title.genres.join(', ')],
    [
      t('title.fact.followers'),
      title.standing.followers === 0
        ? null
        : t('title.followers', { count: title.standing.followers }),
    ],
  ].flatMap(([name, value]) => (name == null || value == null ? [] : [{ name, value }]));
  if (facts.length === 0) return null;
  return (
    <dl className="panel dl">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
