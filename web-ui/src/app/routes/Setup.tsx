import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { SetupPage } from '@/features/setup/routes/SetupPage';
import { setupStateQuery } from '@/features/setup/api/setupState';
import { beginSession } from '../session';
import '@/styles/frame.css';

export function Setup() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return (
    <SetupPage
      onDone={(me) => {
        beginSession(queryClient, router, me, '/setup/plex');
      }}
      onTaken={() => {
        queryClient.setQueryData(setupStateQuery.queryKey, { required: false });
        void router.navigate({ to: '/sign-in', replace: true });
      }}
    />
  );
}
