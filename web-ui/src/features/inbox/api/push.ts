import { authApi, type PushSubscriber } from '@/lib/api/auth';
import { body } from '@/lib/http';

/** By which browsers know that a push is from this server. */
export const pushKey = () => body(authApi.GET('/api/v1/notifications/push/key'));

export const subscribe = (subscriber: PushSubscriber) =>
  authApi.POST('/api/v1/notifications/push/subscriptions', { body: subscriber });

export const unsubscribe = (endpoint: string) =>
  authApi.DELETE('/api/v1/notifications/push/subscriptions', { body: { endpoint } });
