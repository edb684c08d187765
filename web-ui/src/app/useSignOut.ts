import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { toast } from '@/components/toasts';
import { leaveDevice } from '@/features/inbox/device';
import { signOutMutation } from '@/features/session/api/signOut';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { leaveSession } from './session';

export function useSignOut() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { t } = useI18n();
  return useMutation({
    ...signOutMutation,
    onMutate: leaveDevice,
    onSuccess: () => leaveSession(queryClient, router),
    onError: (error) => {
      toast({
        tone: 'bad',
        title: t('account.signOutFailed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });
}
