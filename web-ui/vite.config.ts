/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type ProxyOptions } from 'vite';
import { offline } from './scripts/offline.js';
import { precompress } from './scripts/precompress.js';

const gateway = process.env['MEDIANEST_DEV_GATEWAY'] ?? 'http://127.0.0.1:8080';
const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The gateway accepts its own origin only, so the development server speaks as if it were the gateway. */
const throughGateway: ProxyOptions = {
  target: gateway,
  changeOrigin: true,
  ws: true,
  headers: { origin: gateway },
};

/** React, the router, and of the query client what the door needs: all that every page loads. */
const FOUNDATION = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|use-sync-external-store|openapi-fetch)/',
    'node_modules/@tanstack/(history|store|react-store|router-core)/',
    'node_modules/@tanstack/react-router/(?!.*/link[.])',
    'node_modules/@tanstack/query-core/.*/(queryClient|queryCache|mutationCache|mutationObserver)[.]',
    'node_modules/@tanstack/react-query/.*/(QueryClientProvider|useMutation|mutationOptions|queryOptions)[.]',
  ].join('|'),
);

/** Our own part of it. */
const DOOR =
  /src\/(lib\/(problem|http|storage|theme|useNow|api\/auth|i18n\/(index|en\/door|I18nProvider|messages|languages|speech|sentences))|components\/(Button|Field|PageTitle|Mark|doorIcons))[.]/;

/** What nearly every page inside is made of. One file of it spares the entry a long list of small ones. */
const PIECES =
  /src\/(components|lib\/(titles|capabilities|ids|links|api|i18n\/(useFormat|formats)))[./]?/;

/**
 * Every route of the router carries a Link of its own, which nobody here uses; it would bring the code of links to the door, where
 * there are none. Pages with links import the real one.
 */
const noLinkOfRoutes: Plugin = {
  name: 'medianest-no-link-of-routes',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === './link.js' && /@tanstack\/react-router\/dist\/esm\/route[.]js$/.test(importer)
      ? local('./src/lib/noLink.ts')
      : null,
};

export default defineConfig({
  plugins: [noLinkOfRoutes, react(), tailwindcss(), offline(), precompress()],
  resolve: {
    alias: {
      '@': local('./src'),
      // Radix locks scrolling with an injected <style>, which our Content-Security-Policy refuses; ours is a CSS rule.
      // React 19 has the hook that this would bring along for React 17.
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
      'react-remove-scroll': local('./src/lib/removeScroll.tsx'),
    },
  },
  server: { port: 5173, proxy: { '/api': throughGateway, '/ws': throughGateway } },
  build: {
    target: 'es2023',
    // The browsers that Tailwind 4 needs anyway know oklch; without this, each colour would be sent three times.
    cssTarget: ['chrome111', 'firefox128', 'safari16.4'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The page names what the entry needs, so that it is on its way at once; no route need mention it again.
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === 'html'
          ? dependencies
          : dependencies.filter((file) => !/(foundation|door|rolldown-runtime)-/.test(file)),
    },
    rolldownOptions: {
      output: {
        // What every page needs compresses better as one file, and outlives our own releases in caches.
        codeSplitting: {
          groups: [
            { name: 'foundation', test: FOUNDATION },
            { name: 'door', test: DOOR },
            { name: 'pieces', test: PIECES },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    restoreMocks: true,
    testTimeout: 20_000,
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/testing/**', 'src/lib/api/generated/**'],
    },
  },
});
