package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** In what Radarr and Sonarr differ when they say the same thing. */
interface Face {
    String appName();

    String version();

    /** {@code movie} or {@code series}, as paths have it. */
    String kind();

    /** How webhooks name that a work was added; the switch is the same with {@code on} before it. */
    String addedEvent();

    String deletedEvent();

    /** {@code movieFile} or {@code episodeFile}. */
    String fileKey();

    /** What a webhook says that a work is. */
    JsonObject added(Work work);

    /** What a webhook of a download says of what is in it. */
    JsonObject about(Work work, List<Wanted> wanted);

    /** What an example for trying out a webhook is about. */
    JsonObject example();

    /** The names of a work and a wanted one in the queue and the history. */
    JsonObject ids(Work work, Wanted wanted);

    /** Puts in the work and the episode themselves. */
    void include(JsonObject record, Work work, Wanted wanted, boolean includeWork, boolean includePart, Instant now);

    /** What the library's folder gets. */
    org.medianest.homelab.world.MediaFile file(Work work, Wanted wanted, MediaFile file);
}
