import { act } from '@testing-library/react';

/** The server's side of the live feed. The newest connection is `FakeFeed.current`. */
export class FakeFeed {
  static connections: FakeFeed[] = [];

  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closedByClient = false;
  readonly address: URL;

  constructor(address: string | URL) {
    this.address = new URL(address);
    FakeFeed.connections.push(this);
  }

  static reset(): void {
    FakeFeed.connections = [];
  }

  static get current(): FakeFeed {
    const newest = FakeFeed.connections.at(-1);
    if (newest === undefined) throw new Error('Nobody has connected to the live feed.');
    return newest;
  }

  get since(): string | null {
    return this.address.searchParams.get('since');
  }

  hello(id = '1-0'): void {
    this.say({ type: 'hello', id });
  }

  say(message: Record<string, unknown>): void {
    act(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }

  end(code: number): void {
    act(() => this.onclose?.({ code }));
  }

  close(): void {
    this.closedByClient = true;
  }
}
