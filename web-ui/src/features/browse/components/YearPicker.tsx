import { Picker } from '@/components/Picker';
import { useI18n } from '@/lib/i18n';
import { years } from '../filters';

interface YearPickerProps {
  readonly year: number | undefined;
  readonly onPick: (year: string | undefined) => void;
}

export function YearPicker({ year, onPick }: YearPickerProps) {
  const { t } = useI18n();
  return (
    <Picker
      label={t('discover.year')}
      any={t('discover.year.any')}
      value={year?.toString()}
      options={years(new Date()).map((one) => ({ value: one.toString(), name: one.toString() }))}
      onPick={onPick}
    />
  );
}
