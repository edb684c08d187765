import { afterEach, expect, it, vi } from 'vitest';
import { dayOf } from './days';
import { formatsFor } from './i18n/formats';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])(
  'a day stays the same day in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);

    expect(formatsFor('en').date(dayOf('1959-01-20'))).toBe('January 20, 1959');
  },
);
