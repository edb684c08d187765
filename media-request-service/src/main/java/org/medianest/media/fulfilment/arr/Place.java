package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.medianest.media.system.Connection;

/** Where new titles go and in what quality, as the admin has chosen. */
record Place(int qualityProfile, String rootFolder) {
    /** Empty while it is not chosen. */
    static Optional<Place> of(Connection connection) {
        JsonObject options = connection.options();
        return options.getValue("qualityProfileId") instanceof Number profile
                        && options.getValue("rootFolderPath") instanceof String folder
                        && !folder.isBlank()
                ? Optional.of(new Place(profile.intValue(), folder))
                : Optional.empty();
    }

    void writeTo(ObjectNode title) {
        title.put("qualityProfileId", qualityProfile).put("rootFolderPath", rootFolder);
    }

    static String missing(Connection connection) {
        String system = connection.kind().title();
        return "Nobody has chosen a quality and a folder for " + system + " yet. An admin can do that in the settings.";
    }
}
