package org.medianest.media.library;

/** What Plex tells apart, by its numbers and words. */
enum PlexType {
    MOVIE(1, "movie"),
    SHOW(2, "show"),
    SEASON(3, "season"),
    EPISODE(4, "episode");

    private final int number;
    private final String word;

    PlexType(int number, String word) {
        this.number = number;
        this.word = word;
    }

    int number() {
        return number;
    }

    String word() {
        return word;
    }
}
