import { queryOptions } from '@tanstack/react-query';
import { storage } from '@/lib/storage';
import { pushKey, subscribe, unsubscribe } from './api/push';

/** Whether this browser can show news while MediaNest is closed, may, and does. */
export type Device = 'CANNOT' | 'INSECURE' | 'INSTALL_FIRST' | 'REFUSED' | 'OFF' | 'ON';

/** Whose news comes to this browser. It is the browser's; people come and go. */
const OWNER = 'push';

export const deviceQuery = (self: string) =>
  queryOptions({
    queryKey: ['inbox', 'device', self],
    queryFn: () => look(self),
    staleTime: 0,
  });

async function look(self: string): Promise<Device> {
  if (!isSecureContext) return 'INSECURE';
  if (!('PushManager' in globalThis) || !('Notification' in globalThis))
    return isUninstalledApple() ? 'INSTALL_FIRST' : 'CANNOT';
  const worker = await findWorker();
  if (worker === undefined) return 'CANNOT';
  if (Notification.permission === 'denied') return 'REFUSED';
  const subscription = await worker.pushManager.getSubscription();
  return subscription !== null && storage.read(OWNER) === self ? 'ON' : 'OFF';
}

/** Asks the person, then the browser, then tells the server. Call it within a press. */
export async function turnOn(self: string): Promise<Device> {
  const answer = await Notification.requestPermission();
  if (answer !== 'granted') return answer === 'denied' ? 'REFUSED' : 'OFF';
  const worker = await findWorker();
  if (worker === undefined) return 'CANNOT';
  // What is there already may be somebody else's, or for another key.
  await (await worker.pushManager.getSubscription())?.unsubscribe();
  const { publicKey } = await pushKey();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return 'CANNOT';
  await subscribe({ endpoint, keys: { p256dh, auth } });
  storage.write(OWNER, self);
  return 'ON';
}

/** The browser first: from then on nothing comes, whether the server hears of it now or by the next push. */
export async function turnOff(): Promise<Device> {
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  storage.write(OWNER, null);
  if (subscription != null) await unsubscribe(subscription.endpoint);
  return 'OFF';
}

/** Nobody's news comes to a device that they have left. */
export async function leaveDevice(): Promise<void> {
  if (storage.read(OWNER) !== null) await turnOff();
}

function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator
    ? navigator.serviceWorker.getRegistration()
    : Promise.resolve(undefined);
}

/** iPhones and iPads push only to what is on their home screen. */
function isUninstalledApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const isApple =
    /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
  return isApple && !matchMedia('(display-mode: standalone)').matches;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
