// The service worker: without a network the app still opens, and says that the server is away; and news is shown while it is closed.
// It keeps the app's own files and nothing else: what people see of their server is never written to the device. The build puts
// VERSION and FILES above this.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SHELL = '/index.html';
const PREFIX = 'medianest-';
const CACHE = PREFIX + VERSION;

/** Of the server, not of the app. */
const SERVERS = /^\/(api|ws|q|internal|metrics)(\/|$)/;

/** Their names hold a hash of their content. */
const FOREVER = /^\/assets\//;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
  // Nobody waits for an old version: pages come from the network while there is one, so old and new never mix in one of them.
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(begin());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || SERVERS.test(pathname))
    return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (FILES.includes(pathname)) event.respondWith(file(request, FOREVER.test(pathname)));
});

worker.addEventListener('push', (event) => {
  event.waitUntil(show(event.data));
});

worker.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data));
});

/** What has no hash in its name is asked for anew, past what the browser remembers. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    FILES.map((path) => new Request(path, { cache: FOREVER.test(path) ? 'default' : 'reload' })),
  );
}

async function begin() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(PREFIX) && name !== CACHE)
      .map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/**
 * As the server has it now; what was kept only when nobody answers.
 *
 * @param {FetchEvent} event
 */
async function page(event) {
  try {
    return await fetch(event.request);
  } catch (unreachable) {
    const kept = await caches.match(SHELL, { cacheName: CACHE });
    if (kept === undefined) throw unreachable;
    return kept;
  }
}

/**
 * @param {Request} request
 * @param {boolean} isForever
 */
async function file(request, isForever) {
  const kept = () => caches.match(request.url, { cacheName: CACHE });
  if (isForever) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (unreachable) {
    const found = await kept();
    if (found === undefined) throw unreachable;
    return found;
  }
}

/**
 * Browsers allow a push only to those who show each. One thing is shown once, however often it comes.
 *
 * @param {PushMessageData | null} message
 */
async function show(message) {
  if (message === null) return;
  /** @type {unknown} */
  const said = message.json();
  const news = /** @type {{ id: string, title: string, body?: string, path: string }} */ (said);
  const { id, title, body = '', path } = news;
  await worker.registration.showNotification(title, {
    body,
    tag: id,
    icon: '/icon-192.png',
    data: path,
  });
}

/**
 * Push services take an address back now and then. The server is told of the new one, or else the page shows that nothing comes any more.
 *
 * @param {PushSubscriptionChangeEvent} event
 */
async function renew({ oldSubscription, newSubscription }) {
  const subscription = newSubscription ?? (await subscribe());
  try {
    await tell('POST', subscription.toJSON());
  } catch (untold) {
    await subscription.unsubscribe();
    throw untold;
  }
  if (oldSubscription !== null && oldSubscription.endpoint !== subscription.endpoint)
    await tell('DELETE', { endpoint: oldSubscription.endpoint });
}

async function subscribe() {
  const answer = await fetch('/api/v1/notifications/push/key');
  if (!answer.ok) throw new Error(`The server gives no key (${answer.status}).`);
  /** @type {unknown} */
  const said = await answer.json();
  const { publicKey } = /** @type {{ publicKey: string }} */ (said);
  return worker.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
}

/**
 * @param {'POST' | 'DELETE'} method
 * @param {PushSubscriptionJSON} subscription
 */
async function tell(method, { endpoint, keys }) {
  const answer = await fetch('/api/v1/notifications/push/subscriptions', {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ endpoint, keys }),
  });
  if (!answer.ok) throw new Error(`The server does not take it (${answer.status}).`);
}

/**
 * To the page that it is about, in a window that is there already if there is one. Other sites it does not lead to.
 *
 * @param {unknown} path
 */
async function lead(path) {
  const { origin } = worker.location;
  const wanted = new URL(typeof path === 'string' ? path : '/inbox', origin);
  const target = wanted.origin === origin ? wanted.href : new URL('/inbox', origin).href;
  const [open] = await worker.clients.matchAll({ type: 'window' });
  if (open === undefined) await worker.clients.openWindow(target);
  else {
    await open.focus();
    await open.navigate(target);
  }
}
