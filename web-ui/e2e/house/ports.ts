import { createServer } from 'node:net';

/** Ports that one MediaNest takes, counted from its base port; nginx stands behind 30, the systems of the demo from 40 on. */
const OFFSETS = [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48];
const TRIES = 50;

/** A base port whose whole family is free at this moment. */
export async function freeBasePort(): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const base = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(OFFSETS.map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('There is no free family of ports.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
