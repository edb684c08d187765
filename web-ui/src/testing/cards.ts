import { screen } from '@testing-library/react';

/** A download or a title, once it is shown. */
export const card = (name: string | RegExp) => screen.findByRole('article', { name });
