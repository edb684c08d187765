import { useId, type ReactNode } from 'react';
import { Field } from '@/components/Field';
import type { TestResult } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { textIn, textsIn, type Options } from '../systems';

const SECTION_TYPES = ['movie', 'show', 'artist', 'photo'] as const;
type SectionType = (typeof SECTION_TYPES)[number];

/** Plex has a word of its own for each; a newer one may have more. */
function isSectionType(type: string): type is SectionType {
  return SECTION_TYPES.some((known) => known === type);
}

interface OptionsProps {
  readonly found: TestResult['found'];
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
}

/** Which libraries people see here, and where downloads belong. */
export function PlexOptions({ found, options, onOptions }: OptionsProps) {
  const { t } = useI18n();
  const sections = found?.sections ?? [];
  const chosen = textsIn(options, 'sections');
  if (sections.length === 0)
    return chosen.length === 0 ? null : <p className="hint">{t('systems.testToChange')}</p>;
  return (
    <>
      <fieldset className="libs">
        <legend>{t('systems.sections')}</legend>
        {sections.map(({ key, title, type }) => (
          <label key={key}>
            <input
              type="checkbox"
              className="check"
              checked={chosen.includes(key)}
              onChange={(event) => {
                onOptions({
                  ...options,
                  sections: event.target.checked
                    ? [...chosen, key]
                    : chosen.filter((one) => one !== key),
                });
              }}
            />
            <b>{title}</b>
            <span className="text-muted">
              {isSectionType(type) ? t(`systems.section.${type}`) : type}
            </span>
          </label>
        ))}
      </fieldset>
      <Select
        label={t('systems.downloads')}
        value={textIn(options, 'downloadsSection')}
        onChange={(value) => {
          onOptions({ ...options, downloadsSection: value === '' ? null : value });
        }}
      >
        <option value="">{t('systems.downloads.none')}</option>
        {sections.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      {textIn(options, 'downloadsSection') !== '' && (
        <>
          <PathField name="downloadsPathHere" options={options} onOptions={onOptions} />
          <PathField name="downloadsPathPlex" options={options} onOptions={onOptions} />
        </>
      )}
    </>
  );
}

function PathField({
  name,
  options,
  onOptions,
}: Omit<OptionsProps, 'found'> & { readonly name: 'downloadsPathHere' | 'downloadsPathPlex' }) {
  const { t } = useI18n();
  return (
    <Field
      label={t(`systems.${name}`)}
      hint={t(`systems.${name}.hint`)}
      autoComplete="off"
      spellCheck={false}
      value={textIn(options, name)}
      onChange={({ target: { value } }) => {
        onOptions({ ...options, [name]: value === '' ? null : value });
      }}
    />
  );
}

/** In which quality, and into which folder. */
export function ArrOptions({ found, options, onOptions }: OptionsProps) {
  const { t } = useI18n();
  const format = useFormat();
  if (found === null || found.profiles.length === 0)
    return textIn(options, 'rootFolderPath') === '' ? null : (
      <p className="hint">{t('systems.testToChange')}</p>
    );
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <Select
        label={t('systems.profile')}
        value={textIn(options, 'qualityProfileId')}
        onChange={(value) => {
          onOptions({ ...options, qualityProfileId: Number(value) });
        }}
      >
        {found.profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('systems.folder')}
        value={textIn(options, 'rootFolderPath')}
        onChange={(value) => {
          onOptions({ ...options, rootFolderPath: value });
        }}
      >
        {found.rootFolders.map(({ path, freeBytes }) => (
          <option key={path} value={path}>
            {freeBytes === null
              ? path
              : t('systems.folder.free', { path, size: format.bytes(freeBytes) })}
          </option>
        ))}
      </Select>
    </div>
  );
}

export function Select({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {children}
      </select>
    </div>
  );
}
