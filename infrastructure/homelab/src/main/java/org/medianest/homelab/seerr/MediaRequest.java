package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request. Belongs to {@link Seerr}, under whose lock it is read and changed. */
final class MediaRequest {
    private final int id;
    private final Media media;
    private final User requestedBy;
    private final Instant created;
    private Set<Integer> seasons;
    private JsonObject options;
    private RequestStatus status;
    private Instant updated;
    private @Nullable User modifiedBy;

    /** @param options what was asked of the arr: server, profile, folder, tags */
    MediaRequest(
            int id,
            Media media,
            User requestedBy,
            Set<Integer> seasons,
            JsonObject options,
            RequestStatus status,
            Instant now) {
        this.id = id;
        this.media = media;
        this.requestedBy = requestedBy;
        this.seasons = new TreeSet<>(seasons);
        this.options = options;
        this.status = status;
        this.created = now;
        this.updated = now;
    }

    int id() {
        return id;
    }

    Media media() {
        return media;
    }

    User requestedBy() {
        return requestedBy;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    Set<Integer> seasons() {
        return seasons;
    }

    JsonObject options() {
        return options;
    }

    void change(Set<Integer> newSeasons, JsonObject newOptions, Instant now) {
        seasons = new TreeSet<>(newSeasons);
        options = newOptions;
        updated = now;
    }

    RequestStatus status() {
        return status;
    }

    void status(RequestStatus newStatus, Instant now) {
        status = newStatus;
        updated = now;
    }

    Optional<User> modifiedBy() {
        return Optional.ofNullable(modifiedBy);
    }

    void modifiedBy(User user) {
        modifiedBy = user;
    }
}
