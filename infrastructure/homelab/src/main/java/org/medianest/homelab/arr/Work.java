package org.medianest.homelab.arr;

import java.util.Collection;
import java.util.List;

/** A movie or a series that an arr keeps. Belongs to the engine, under whose lock it is read and changed. */
interface Work {
    int id();

    int tmdbId();

    String title();

    Keeping keeping();

    default boolean isMonitored() {
        return keeping().monitored();
    }

    /** Its folder. */
    default String path() {
        return keeping().path();
    }

    /** All of it that can have a file. */
    Collection<? extends Wanted> parts();

    /** How what is wanted would be found: each list is one release. */
    List<List<Wanted>> releases(List<Wanted> wanted);

    /** How a release of these is named. */
    String releaseName(List<Wanted> wanted);
}
