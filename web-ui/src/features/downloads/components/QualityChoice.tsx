import type { Probe, Quality } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { qualityName } from '../naming';

interface QualityChoiceProps {
  readonly options: Probe['qualities'];
  readonly chosen: Quality | undefined;
  readonly onChoose: (quality: Quality) => void;
}

export function QualityChoice({ options, chosen, onChoose }: QualityChoiceProps) {
  const { t } = useI18n();
  const format = useFormat();
  return (
    <fieldset className="qualities">
      <legend className="vh">{t('downloads.quality')}</legend>
      {options.map(({ quality, bytes, height }) => (
        <label key={quality}>
          <input
            type="radio"
            name="quality"
            value={quality}
            checked={quality === chosen}
            onChange={() => {
              onChoose(quality);
            }}
          />
          <b>
            {qualityName(quality, t)}
            {quality === 'BEST' && height !== null && (
              <span className="font-normal">
                {' '}
                {t('downloads.quality.height', { height: height.toString() })}
              </span>
            )}
          </b>
          <span className="num">
            {bytes === null ? t('downloads.size.unknown') : format.bytes(bytes)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
