import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '@/features/session/routes/SignInPage';
import { beginSession } from '../session';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { to, ended } = route.useSearch();
  const plex = route.useRouteContext({ select: (context) => context.plex });
  return (
    <SignInPage
      plex={plex}
      ended={ended === true}
      onSignedIn={(me) => {
        beginSession(queryClient, router, me, to);
      }}
    />
  );
}
