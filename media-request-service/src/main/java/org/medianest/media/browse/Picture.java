package org.medianest.media.browse;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A picture that may be shown.
 *
 * @param type what its first bytes say it is, whatever else was said of it
 */
record Picture(String type, Buffer bytes) {
    /** Empty for what is none of the kinds that are shown: a drawing that is a program (SVG) is not. */
    static Optional<Picture> of(Buffer bytes) {
        return type(bytes).map(type -> new Picture(type, bytes));
    }

    private static Optional<String> type(Buffer bytes) {
        if (starts(bytes, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of("image/jpeg");
        }
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of("image/png");
        }
        return starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean starts(Buffer bytes, int at, int... magic) {
        if (bytes.length() < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes.getByte(at + i) & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
