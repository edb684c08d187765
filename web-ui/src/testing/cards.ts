import { screen } from '@testing-library/react';

/** What is on its way or has arrived, once it is shown. */
export const card = (name: string | RegExp) => screen.findByRole('article', { name });
