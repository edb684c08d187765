import { vi } from 'vitest';

/** A browser with a push service, and a person who answers when it asks. */
export class FakePush {
  answer: NotificationPermission = 'granted';
  /** Whether its push service is there. */
  serves = true;
  subscription: PushSubscription | null = null;
  keys: unknown[] = [];
  #made = 0;

  static install(permission: NotificationPermission = 'default'): FakePush {
    const fake = new FakePush();
    const notification = {
      permission,
      requestPermission: () => {
        notification.permission = fake.answer;
        return Promise.resolve(fake.answer);
      },
    };
    const registration = {
      pushManager: {
        getSubscription: () => Promise.resolve(fake.subscription),
        subscribe: (options: PushSubscriptionOptionsInit) => fake.subscribe(options),
      },
    };
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('PushManager', Object);
    vi.stubGlobal('Notification', notification);
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: { getRegistration: () => Promise.resolve(registration) },
    });
    return fake;
  }

  static uninstall(): void {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  }

  subscribe({ applicationServerKey }: PushSubscriptionOptionsInit): Promise<PushSubscription> {
    if (!this.serves) return Promise.reject(new DOMException('Registration failed', 'AbortError'));
    this.keys.push(applicationServerKey);
    const endpoint = `https://push.example/${(this.#made += 1)}`;
    this.subscription = {
      endpoint,
      toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: () => {
        this.subscription = null;
        return Promise.resolve(true);
      },
    } as unknown as PushSubscription;
    return Promise.resolve(this.subscription);
  }
}
