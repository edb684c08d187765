import { Link } from '@tanstack/react-router';
import { useI18n } from '@/lib/i18n';
import { TYPES } from '../filters';
import type { FindSearch } from '../routes/SearchPage';
import { YearPicker } from './YearPicker';

interface FindFiltersProps {
  readonly search: FindSearch;
  readonly onSearch: (search: FindSearch) => void;
}

/** Films, series or both, and of when. */
export function FindFilters({ search, onSearch }: FindFiltersProps) {
  const { t } = useI18n();
  const { type, ...untyped } = search;
  const { year, ...timeless } = search;
  return (
    <nav className="chips scroll pt-5" aria-label={t('find.filters')}>
      <Link
        to="/search"
        search={untyped}
        className="chip"
        resetScroll={false}
        aria-current={type === undefined ? 'page' : undefined}
        activeProps={{}}
      >
        {t('find.everything')}
      </Link>
      {TYPES.map((one) => (
        <Link
          key={one}
          to="/search"
          search={{ ...search, type: one }}
          className="chip"
          resetScroll={false}
          aria-current={type === one ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`requests.type.${one}`)}
        </Link>
      ))}
      <YearPicker
        year={year}
        onPick={(picked) => {
          onSearch(picked === undefined ? timeless : { ...timeless, year: Number(picked) });
        }}
      />
    </nav>
  );
}
