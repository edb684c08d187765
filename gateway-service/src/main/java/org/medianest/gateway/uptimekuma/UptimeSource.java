package org.medianest.gateway.uptimekuma;

import io.vertx.core.Future;

/** Somewhere that knows how monitors are. */
interface UptimeSource extends AutoCloseable {
    /** Says all that it knows and hears, from now on until it is closed. It comes back by itself from whatever happens. */
    void follow(Heard heard);

    /** Asks once, for somebody who waits for the answer. Never fails: a failure is an answer. */
    Future<TestAnswer> test();

    @Override
    void close();
}
