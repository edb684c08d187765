import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '@/features/session/routes/SignInPage';
import { beginSession } from '../session';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { to, ended } = route.useSearch();
  return (
    <SignInPage
      ended={ended === true}
      onSignedIn={(me) => {
        beginSession(queryClient, router, me, to);
      }}
    />
  );
}
