import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Picker } from '@/components/Picker';
import { useI18n } from '@/lib/i18n';
import { genresQuery } from '../api/genres';
import { providersQuery } from '../api/providers';
import { RATINGS, type ShelfFilter } from '../filters';
import type { DiscoverSearch } from '../routes/DiscoverPage';
import { YearPicker } from './YearPicker';

interface ShelfFiltersProps {
  readonly search: DiscoverSearch;
  readonly onSearch: (search: DiscoverSearch) => void;
}

/** What a shelf can be narrowed to, each in one place, and a way back to all of it. */
export function ShelfFilters({ search, onSearch }: ShelfFiltersProps) {
  const { t } = useI18n();
  const type = search.type ?? 'MOVIE';
  const genres = useQuery(genresQuery(type)).data?.items ?? [];
  const providers = useQuery(providersQuery(type)).data?.items ?? [];
  const { genre, year, provider, rating, ...unfiltered } = search;
  const filter: ShelfFilter = {
    ...(genre === undefined ? {} : { genre }),
    ...(year === undefined ? {} : { year }),
    ...(provider === undefined ? {} : { provider }),
    ...(rating === undefined ? {} : { rating }),
  };
  const pick = (name: keyof ShelfFilter) => (value: string | undefined) => {
    const { [name]: _before, ...others } = filter;
    onSearch({
      ...unfiltered,
      ...others,
      ...(value === undefined ? {} : { [name]: Number(value) }),
    });
  };

  return (
    <div className="chips scroll mt-2.5" role="group" aria-label={t('discover.filters')}>
      <Picker
        label={t('discover.genre')}
        any={t('discover.genre.any')}
        value={genre?.toString()}
        options={named(genres, genre)}
        onPick={pick('genre')}
      />
      <YearPicker year={year} onPick={pick('year')} />
      <Picker
        label={t('discover.provider')}
        any={t('discover.provider.any')}
        value={provider?.toString()}
        options={named(providers, provider)}
        onPick={pick('provider')}
      />
      <Picker
        label={t('discover.rating')}
        any={t('discover.rating.any')}
        value={rating?.toString()}
        options={RATINGS.map((least) => ({
          value: least.toString(),
          name: t('discover.rating.least', { rating: least.toString() }),
        }))}
        onPick={pick('rating')}
      />
      {Object.keys(filter).length > 0 && (
        <Link
          to="/discover"
          search={unfiltered}
          className="chip"
          resetScroll={false}
          activeOptions={{ exact: true }}
        >
          <X aria-hidden />
          {t('discover.unfilter')}
        </Link>
      )}
    </div>
  );
}

/** What is chosen stands there also before its name is known. */
function named(all: readonly { readonly id: number; readonly name: string }[], chosen?: number) {
  const options = all.map(({ id, name }) => ({ value: id.toString(), name }));
  return chosen === undefined || all.some(({ id }) => id === chosen)
    ? options
    : [...options, { value: chosen.toString(), name: '…' }];
}
