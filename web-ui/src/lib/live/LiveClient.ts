import { parseFrame, type LiveMessage } from './messages';

export type LiveState =
  | { readonly status: 'connecting' }
  | { readonly status: 'live' }
  | { readonly status: 'reconnecting'; readonly retryAt: number | undefined }
  | { readonly status: 'offline'; readonly retryAt: number | undefined; readonly since: number };

export interface LiveListener {
  /** Something happened. Messages arrive in the order in which the server sent them. */
  onMessage(message: LiveMessage): void;
  /** Messages may have been missed: everything shown is to be fetched again. */
  onResync(): void;
  /** The server ended the session. The client stays closed. */
  onSessionEnded(): void;
}

/** What a connection tells. */
export interface SocketEvents {
  onFrame(frame: unknown): void;
  onClose(code: number): void;
}

export interface Socket {
  close(): void;
}

/** Opens a connection that takes up after the message with the id `since`. */
export type Connect = (since: string | undefined, events: SocketEvents) => Socket;

interface LiveClientOptions {
  readonly connect: Connect;
  readonly listener: LiveListener;
  readonly now?: () => number;
  readonly random?: () => number;
}

const SESSION_ENDED = 4401;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** How long nothing may arrive after opening a socket, before it counts as dead. */
const HELLO_PATIENCE_MS = 10_000;
/** Failures in a row after which "reconnecting" would be a lie. */
const OFFLINE_AFTER = 3;
/** After such a pause we do not trust the replay and fetch everything. */
const TOO_LONG_AWAY_MS = 5 * 60_000;

/**
 * Keeps one connection to the live feed: reconnects with back-off and jitter, asks for what it missed
 * by the id of the last message, and says when that is not enough.
 */
export class LiveClient {
  readonly #connect: LiveClientOptions['connect'];
  readonly #listener: LiveListener;
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #watchers = new Set<() => void>();

  #state: LiveState = { status: 'connecting' };
  #socket: Socket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last message seen: where a new connection takes up. */
  #cursor: string | undefined;
  /** Where the feed stood when this connection began. */
  #greeting: string | undefined;
  #failures = 0;
  #lostAt: number | undefined;
  #running = false;

  constructor({ connect, listener, now = Date.now, random = Math.random }: LiveClientOptions) {
    this.#connect = connect;
    this.#listener = listener;
    this.#now = now;
    this.#random = random;
  }

  get state(): LiveState {
    return this.#state;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#open();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
    this.#abandonSocket();
  }

  /** The network is back, the tab is seen again, or somebody pressed "Try now". */
  readonly tryNow = (): void => {
    if (!this.#running || this.#socket !== undefined) return;
    clearTimeout(this.#timer);
    this.#open();
  };

  /** The browser knows that there is no network: no need to wait for the socket to find out. */
  readonly networkLost = (): void => {
    if (!this.#running) return;
    clearTimeout(this.#timer);
    this.#abandonSocket();
    this.#failures = Math.max(this.#failures, OFFLINE_AFTER - 1);
    this.#lost();
  };

  #open(): void {
    // A socket that was given up may still speak; only the present one is heard.
    const isPresent = () => socket === this.#socket;
    const socket: Socket = this.#connect(this.#cursor, {
      onFrame: (frame) => {
        if (isPresent()) this.#receive(frame);
      },
      onClose: (code) => {
        if (isPresent()) this.#closed(code);
      },
    });
    this.#socket = socket;
    this.#timer = setTimeout(() => {
      this.#abandonSocket();
      this.#lost();
    }, HELLO_PATIENCE_MS);
  }

  #receive(frame: unknown): void {
    const message = parseFrame(frame);
    if (message === undefined) return;
    if (message.type === 'hello') {
      this.#hello(message.id);
      return;
    }
    if (message.type === 'resync') {
      this.#cursor = message.id ?? this.#greeting;
      this.#listener.onResync();
      return;
    }
    this.#cursor = message.id ?? this.#cursor;
    this.#listener.onMessage(message);
  }

  #hello(cursor: string | undefined): void {
    clearTimeout(this.#timer);
    const away = this.#lostAt === undefined ? 0 : this.#now() - this.#lostAt;
    const first = this.#cursor === undefined;
    // A replay follows when we asked for one: until then, the cursor stays where we really are.
    this.#greeting = cursor;
    this.#cursor ??= cursor;
    this.#failures = 0;
    this.#lostAt = undefined;
    this.#become({ status: 'live' });
    if (first || away > TOO_LONG_AWAY_MS) this.#listener.onResync();
  }

  #closed(code: number): void {
    clearTimeout(this.#timer);
    this.#socket = undefined;
    if (code === SESSION_ENDED) {
      this.#running = false;
      this.#listener.onSessionEnded();
      return;
    }
    this.#lost();
  }

  #lost(): void {
    this.#lostAt ??= this.#now();
    this.#failures += 1;
    const wait = this.#wait();
    const retryAt = this.#now() + wait;
    this.#become(
      this.#failures < OFFLINE_AFTER
        ? { status: 'reconnecting', retryAt }
        : { status: 'offline', retryAt, since: this.#lostAt },
    );
    this.#timer = setTimeout(() => {
      this.#open();
    }, wait);
  }

  /** Doubles, and spreads between half and all of it, so that a restarted server is not met by everyone at once. */
  #wait(): number {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    return Math.round(longest * (0.5 + this.#random() / 2));
  }

  #abandonSocket(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #become(state: LiveState): void {
    this.#state = state;
    this.#watchers.forEach((watcher) => {
      watcher();
    });
  }
}
