package org.medianest.media.request;

/**
 * A season that was asked for.
 *
 * @param episodes as many as there are to come, as far as was known when it was asked for
 * @param arrived as many as Plex has
 */
record AskedSeason(int number, int episodes, int arrived) {
    boolean isComplete() {
        return episodes > 0 && arrived >= episodes;
    }
}
