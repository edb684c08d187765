package org.medianest.local.place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of one MediaNest in the order in which they start; each has its place in the port table. */
public enum Part {
    POSTGRES("postgres", 20),
    REDIS("redis", 21),
    AUTH("auth-service", 1),
    MEDIA("media-request-service", 2),
    DOWNLOADS("download-service", 3),
    GATEWAY("gateway-service", 0);

    private final String title;
    private final int offset;

    Part(String title, int offset) {
        this.title = title;
        this.offset = offset;
    }

    /** The name of its folder, its log and its row in every table. */
    public String title() {
        return title;
    }

    int offset() {
        return offset;
    }

    public boolean isService() {
        return offset < 10;
    }

    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    public static Optional<Part> named(String title) {
        return Arrays.stream(values()).filter(part -> part.title.equals(title)).findFirst();
    }
}
