import * as z from 'zod/mini';
import type { Key } from '@/lib/i18n';

const key = (key: Key) => key;

/** Crockford's base 32 has no I, L, O and U; people who read O for 0 and L for 1 are understood. */
export const CODE = /^[0-9a-hjkmnp-tv-z]{8}$/i;

/** The dash, spaces and the case do not matter. */
export function plainCode(written: string): string {
  return written.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

export function shownCode(written: string): string {
  const plain = plainCode(written);
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : written;
}

export const setupSchema = z.object({
  code: z.string().check(
    z.refine((code) => code.trim() !== '', { error: key('form.required.code'), abort: true }),
    z.refine((code) => CODE.test(plainCode(code)), key('setup.code.invalid')),
  ),
  username: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: key('form.required.name'), abort: true }),
      z.regex(/^[a-z0-9][a-z0-9._-]{1,31}$/i, key('setup.name.invalid')),
    ),
  password: z
    .string()
    .check(
      z.minLength(1, { error: key('form.required.password'), abort: true }),
      z.minLength(10, key('setup.password.short')),
      z.maxLength(256, key('setup.password.long')),
    ),
});

export type SetupValues = z.infer<typeof setupSchema>;
