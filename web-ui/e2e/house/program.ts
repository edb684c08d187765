import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that runs beside the tests and is stopped by its process id. */
export class Program {
  private output = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  static start(
    name: string,
    command: string,
    args: string[],
    environment: Record<string, string> = {},
  ): Program {
    return new Program(
      name,
      spawn(command, args, {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Resolves with the match when the output shows the pattern; fails with the output when the program ends before. */
  async says(pattern: RegExp, withinMillis: number): Promise<RegExpMatchArray> {
    const deadline = Date.now() + withinMillis;
    for (;;) {
      const match = this.output.match(pattern);
      if (match) return match;
      if (this.hasEnded()) throw new Error(`${this.name} ended early:\n${this.output}`);
      if (Date.now() > deadline)
        throw new Error(`${this.name} never said ${pattern}:\n${this.output}`);
      await pause(50);
    }
  }

  hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** SIGTERM, and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.hasEnded()) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
