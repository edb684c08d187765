import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLanguage, speak } from '@/lib/i18n';
import { watchTheme } from '@/lib/theme';
import { Problem } from '@/lib/problem';
import { App } from './App';
import { createApp } from './createApp';
import '@/styles/index.css';

async function start(): Promise<void> {
  watchTheme();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root.');
  await speak(preferredLanguage());
  createRoot(root, { onCaughtError: report }).render(
    <StrictMode>
      <App app={createApp()} />
    </StrictMode>,
  );
}

/** A server that does not answer is said on the page; only our own mistakes belong in the console. */
function report(error: unknown): void {
  if (!(error instanceof Problem)) console.error(error);
}

// A tab that was open over an update asks for chunks that are gone; the page of now has the right ones.
addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

// Without a network the app still opens. A development server has nothing to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Some browsers refuse it in private windows: there the app needs a network.
    });
  });
}

void start();
