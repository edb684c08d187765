import type { QueryClient } from '@tanstack/react-query';
import type { LiveMessage } from '@/lib/live';

/** Something went down or came back: what shows it asks again, and so does what depends on it. */
export function applyStatusMessage(queryClient: QueryClient, message: LiveMessage): void {
  if (message.type !== 'medianest.status.changed.v1') return;
  void queryClient.invalidateQueries({ queryKey: ['status'] });
  void queryClient.invalidateQueries({ queryKey: ['capabilities'] });
}
