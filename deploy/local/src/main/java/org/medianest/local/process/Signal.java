package org.medianest.local.process;

/** The three signals that end a process here. */
public enum Signal {
    TERM,
    /** What PostgreSQL takes as "roll back, write everything, go". */
    INT,
    KILL;

    public void send(long pid) {
        switch (this) {
            case TERM -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            case KILL -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            case INT -> interrupt(pid);
        }
    }

    /** Java has no call for it; the shell's own kill is on every machine. */
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -INT " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (java.io.IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
