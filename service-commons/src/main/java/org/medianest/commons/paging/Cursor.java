package org.medianest.commons.paging;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place between two rows of a list. Ids are UUIDv7, so an id alone is a place in the order of creation. */
record Cursor(UUID id) {
    private static final int BYTES = 16;

    static Cursor after(UUID id) {
        return new Cursor(id);
    }

    static Optional<Cursor> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return Optional.of(new Cursor(new UUID(buffer.getLong(), buffer.getLong())));
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like any other cursor that is not ours
        }
        return Optional.empty();
    }

    String encoded() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
