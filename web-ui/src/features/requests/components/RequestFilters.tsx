import { Picker } from '@/components/Picker';
import { useI18n } from '@/lib/i18n';
import type { Scope, Sort } from '../api/listRequests';
import type { RequestsSearch } from '../filters';

interface RequestFiltersProps {
  readonly search: RequestsSearch;
  readonly scope: Scope;
  readonly mayViewAll: boolean;
  readonly onSearch: (search: RequestsSearch) => void;
}

/** Whose, of which kind, and in which order. */
export function RequestFilters({ search, scope, mayViewAll, onSearch }: RequestFiltersProps) {
  const { t } = useI18n();
  const { type: _type, ...untyped } = search;
  return (
    <div className="filt">
      {mayViewAll && (
        <div className="chips" role="group" aria-label={t('requests.whose')}>
          {(['ALL', 'MINE'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={scope === one}
              onClick={() => {
                onSearch({ ...search, scope: one });
              }}
            >
              {t(`requests.scope.${one}`)}
            </button>
          ))}
        </div>
      )}
      <Picker
        label={t('requests.type')}
        any={t('requests.type.any')}
        value={search.type}
        options={(['MOVIE', 'SERIES'] as const).map((type) => ({
          value: type,
          name: t(`requests.type.${type}`),
        }))}
        onPick={(value) => {
          onSearch(value === 'MOVIE' || value === 'SERIES' ? { ...search, type: value } : untyped);
        }}
      />
      <Picker
        className="last"
        label={t('requests.sort')}
        value={search.sort ?? 'NEWEST'}
        options={(['NEWEST', 'OLDEST', 'UPDATED'] as const).map((sort) => ({
          value: sort,
          name: t(`requests.sort.${sort}`),
        }))}
        onPick={(value) => {
          onSearch({ ...search, sort: value as Sort });
        }}
      />
    </div>
  );
}
