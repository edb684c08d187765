package org.medianest.commons.event;

import java.util.List;

/** The Redis streams. Each has one writing service. */
public final class EventStream {
    public static final String AUTH = "events:auth";
    public static final String DOWNLOADS = "events:downloads";
    public static final String MEDIA = "events:media";
    public static final String STATUS = "events:status";

    /** Progress and other throw-away news; capped, the latest wins. */
    public static final String LIVE = "live";

    /** Of which nothing may be lost: consumers read them as groups, and what they give up on goes to the dead letters. */
    public static final List<String> DURABLE = List.of(AUTH, DOWNLOADS, MEDIA, STATUS);

    /** What the live feed shows. */
    public static final List<String> ALL = List.of(AUTH, DOWNLOADS, MEDIA, STATUS, LIVE);

    private EventStream() {}
}
