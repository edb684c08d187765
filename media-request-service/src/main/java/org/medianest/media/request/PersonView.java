package org.medianest.media.request;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody, as others see them. */
@Schema(name = "Person")
public record PersonView(UUID id, String name) {
    static @Nullable PersonView of(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new PersonView(id, String.valueOf(name));
    }
}
