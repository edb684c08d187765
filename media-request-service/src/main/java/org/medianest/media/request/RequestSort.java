package org.medianest.media.request;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The orders in which requests are listed. */
public enum RequestSort {
    NEWEST("id desc"),
    OLDEST("id"),
    /** Those with the latest news first. */
    UPDATED("updated_at desc, id desc");

    private static final int BYTES = 24;

    private final String order;

    RequestSort(String order) {
        this.order = order;
    }

    /** As SQL, of the columns of a table. */
    String order(String table) {
        return table + "." + order.replace(", ", ", " + table + ".");
    }

    /** Behind the place whose news is {@code $news} and whose id is {@code $id}. */
    String behind(String news, String id) {
        return switch (this) {
            case NEWEST -> "r.id < " + id;
            case OLDEST -> "r.id > " + id;
            case UPDATED -> "(r.updated_at, r.id) < (" + news + ", " + id + ")";
        };
    }

    /** A place in a list. */
    record Place(Instant updatedAt, UUID id) {
        static Place of(MediaRequest request) {
            return new Place(request.updatedAt, request.id);
        }

        String encoded() {
            byte[] bytes = ByteBuffer.allocate(BYTES)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt))
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        static Optional<Place> decode(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length == BYTES) {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes);
                    Instant updatedAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                    return Optional.of(new Place(updatedAt, new UUID(buffer.getLong(), buffer.getLong())));
                }
            } catch (IllegalArgumentException notBase64) {
                // answered below, like any other cursor that is not ours
            }
            return Optional.empty();
        }
    }
}
