package org.medianest.commons.id;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.medianest.commons.secret.RandomBytes;

/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then a counter, then randomness, so ids sort by creation.
 *
 * <p>Ids of one process are strictly increasing, also within a millisecond and when the clock steps back.
 */
public final class Uuid7 {
    /** Milliseconds and a 12-bit counter in one word, so that one atomic step keeps both in order. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /** A new id for now. */
    public static UUID next() {
        long floor = System.currentTimeMillis() << 12;
        long ticked = LAST.updateAndGet(last -> Math.max(last + 1, floor));
        return assemble(
                ticked >>> 12,
                ticked & 0xFFF,
                ByteBuffer.wrap(RandomBytes.of(Long.BYTES)).getLong());
    }

    /** When the id was made, to the millisecond. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID assemble(long millis, long counter, long random) {
        long version = 0x7000L;
        long variant = 0x8000000000000000L;
        return new UUID(millis << 16 | version | counter, variant | random & 0x3FFFFFFFFFFFFFFFL);
    }
}
