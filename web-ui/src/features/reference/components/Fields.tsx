import { useI18n } from '@/lib/i18n';
import type { Field } from '../shapes';

interface FieldsProps {
  readonly fields: readonly Field[];
  /** Whether we are sent them: in an answer all of them are there. */
  readonly sent: boolean;
}

/** Fields with their types, and below each the fields that it has itself. */
export function Fields({ fields, sent }: FieldsProps) {
  return (
    <ul className="reference-fields">
      {fields.map((field) => (
        <li key={field.name}>
          <FieldLine field={field} sent={sent} />
          {field.fields.length > 0 && <Fields fields={field.fields} sent={sent} />}
        </li>
      ))}
    </ul>
  );
}

interface FieldLineProps {
  readonly field: Field;
  readonly sent: boolean;
  /** Where it stands, when it is a parameter. */
  readonly place?: string;
}

export function FieldLine({ field, sent, place }: FieldLineProps) {
  const { t } = useI18n();
  return (
    <>
      <code>{field.name}</code> <span className="reference-type">{field.type}</span>
      <span className="text-13 text-muted">
        {place !== undefined && ` ${place}`}
        {sent && field.required && ` ${t('reference.required')}`}
        {field.fallback !== undefined && ` ${t('reference.fallback', { value: field.fallback })}`}
      </span>
      {field.says !== undefined && <p className="text-13 text-muted">{field.says}</p>}
    </>
  );
}
