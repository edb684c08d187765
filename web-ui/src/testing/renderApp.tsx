import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '@/app/App';
// Loaded here rather than when a route asks for them, so that no test waits for a file.
import '@/app/frame/Frame';
import '@/app/frame/Search';
import '@/features/browse/components/SearchField';
import '@/features/requests/components/RequestDialog';
import '@/features/session/components/LinkPlexSheet';
import '@/features/session/components/PlexSignIn';
import '@/app/routes/Continue';
import '@/app/routes/Discover';
import '@/app/routes/Integrations';
import '@/app/routes/People';
import '@/app/routes/Status';
import '@/app/routes/Downloads';
import '@/app/routes/Find';
import '@/app/routes/Home';
import '@/app/routes/Inbox';
import '@/app/routes/Missing';
import '@/app/routes/Requests';
import '@/app/routes/Setup';
import '@/app/routes/SignIn';
import '@/app/routes/Title';
import '@/app/CrashPage';
import { createApp } from '@/app/createApp';

/** The whole web UI at an address, with a person in front of it. */
export function renderApp(address = '/') {
  const app = createApp(createMemoryHistory({ initialEntries: [address] }));
  const user = userEvent.setup();
  render(<App app={app} />);
  return { ...app, user, whereabouts: () => app.router.state.location.href };
}
