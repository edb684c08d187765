import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from '@/lib/i18n';
import type { MediaNest } from './createApp';

export function App({ app }: { readonly app: MediaNest }) {
  return (
    <I18nProvider>
      <QueryClientProvider client={app.queryClient}>
        <RouterProvider router={app.router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
