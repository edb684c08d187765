package org.medianest.homelab.fault;

import java.time.Duration;
import java.util.List;

/** What is wrong with a system. */
public sealed interface Fault {
    /** Answers late, by a random share of the jitter later still. Real time, not the homelab's. */
    record Latency(Duration delay, Duration jitter) implements Fault {}

    /** Answers with this status and nothing of use. */
    record Status(int code, int retryAfterSeconds) implements Fault {
        /** Without a Retry-After. */
        public Status(int code) {
            this(code, 0);
        }

        public static Status tooManyRequests(Duration retryAfter) {
            return new Status(429, Math.toIntExact(retryAfter.toSeconds()));
        }
    }

    /** Hangs up in the middle of a request. */
    record Dropped() implements Fault {}

    /** Takes the request and never answers. */
    record HalfOpen() implements Fault {}

    /** Hangs up in the middle of the answer's body. */
    record Truncated() implements Fault {}

    /** Says that it is JSON (or XML) and is not. */
    record Garbage() implements Fault {}

    /** Well-formed, with texts where numbers belong and the other way round. */
    record WrongTypes() implements Fault {}

    /** The answer comes in small pieces, one each pause. */
    record SlowDrip(Duration pause) implements Fault {}

    /** Resets every connection, as a machine does whose service is gone. */
    record Down() implements Fault {}

    /**
     * One of each kind, for a client that has to live with them all.
     *
     * @param delay longer than the client waits for an answer
     * @param drip between two pieces of an answer, long enough for the whole to take longer than that
     */
    static List<Fault> ofEachKind(Duration delay, Duration drip) {
        return List.of(
                new Latency(delay, Duration.ZERO),
                new Status(500),
                new Status(429, 1),
                new Dropped(),
                new HalfOpen(),
                new Truncated(),
                new Garbage(),
                new WrongTypes(),
                new SlowDrip(drip),
                new Down());
    }
}
