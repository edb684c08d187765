import { useI18n } from '@/lib/i18n';
import type { Field } from '../shapes';

/** Fields with their types, and below each the fields that it has itself. */
export function Fields({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <ul className="reference-fields">
      {fields.map((field) => (
        <li key={field.name}>
          <FieldLine field={field} />
          {field.fields.length > 0 && <Fields fields={field.fields} />}
        </li>
      ))}
    </ul>
  );
}

/** @param place where it stands, when it is a parameter */
export function FieldLine({ field, place }: { readonly field: Field; readonly place?: string }) {
  const { t } = useI18n();
  return (
    <>
      <code>{field.name}</code> <span className="reference-type">{field.type}</span>
      <span className="text-13 text-muted">
        {place !== undefined && ` ${place}`}
        {field.required && ` ${t('reference.required')}`}
        {field.fallback !== undefined && ` ${t('reference.fallback', { value: field.fallback })}`}
      </span>
      {field.says !== undefined && <p className="text-13 text-muted">{field.says}</p>}
    </>
  );
}
