package org.medianest.gateway.answer;

import io.vertx.core.buffer.Buffer;
import java.util.zip.CRC32C;

/**
 * JSON that stays the same until the next release, so that whoever has it need not be sent it again.
 *
 * @param tag changes with the content
 */
public record Lasting(Buffer json, EntityTag tag) {
    public static Lasting of(Buffer json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes());
        return new Lasting(json, EntityTag.of("%d-%x".formatted(json.length(), sum.getValue())));
    }
}
