import type { FieldError, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { isSpoken, type Key, type Translate } from './i18n';
import { Problem } from './problem';

type PlainKey = Extract<
  Key,
  `form.required.${string}` | `setup.${string}.invalid` | `setup.password.${'short' | 'long'}`
>;

/** Schemas name sentences by their key; the server sends sentences. Both may stand at a field. */
export function messageOf(error: FieldError | undefined, t: Translate): string | undefined {
  const message = error?.message;
  if (message === undefined) return undefined;
  return isKey(message) ? t(message) : message;
}

/** Puts the server's violations at their fields, focuses the first, and says whether there were any. */
export function applyViolations<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
): boolean {
  if (!(error instanceof Problem)) return false;
  const fields = Object.keys(form.getValues());
  const known = error.violations.flatMap(({ field, message }) => {
    const name = fields.find((candidate) => field === candidate || field.endsWith(`.${candidate}`));
    return name === undefined ? [] : [{ name: name as Path<Values>, message }];
  });
  known.forEach(({ name, message }, index) => {
    form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 });
  });
  return known.length > 0;
}

function isKey(message: string): message is PlainKey {
  return isSpoken(message);
}
