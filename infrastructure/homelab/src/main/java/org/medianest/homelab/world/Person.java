package org.medianest.homelab.world;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a Plex account.
 *
 * @param username empty for a managed user, who cannot sign in by himself
 * @param token opens plex.tv for the person
 */
public record Person(
        long plexId,
        String uuid,
        String username,
        String title,
        @Nullable String email,
        boolean managed,
        boolean home,
        Share share,
        String token) {
    /** What the person may do on the household's Plex server. */
    public enum Share {
        OWNER,
        ACCEPTED,
        /** Invited, and has not answered. */
        PENDING,
        /** A friend of the owner with a share of another server only. */
        OTHER_SERVER,
        NONE
    }

    static Person of(long plexId, String username, String title, Share share, String token) {
        return new Person(plexId, uuid(plexId), username, title, username + "@example.org", false, false, share, token);
    }

    static Person managed(long plexId, String title, String token) {
        return new Person(plexId, uuid(plexId), "", title, null, true, true, Share.ACCEPTED, token);
    }

    private static String uuid(long plexId) {
        return "%016x".formatted(plexId * 0x9e3779b97f4a7c15L);
    }

    /** The name to look a person up by: that of the account or, where there is none, the shown one in small letters. */
    public String name() {
        return username.isEmpty() ? title.toLowerCase(Locale.ROOT) : username;
    }

    /** Opens the household's server for the person; the owner has but one token. */
    public String serverToken() {
        return share == Share.OWNER ? token : "server-" + token;
    }

    public boolean mayUseServer() {
        return share == Share.OWNER || share == Share.ACCEPTED;
    }

    public Person withShare(Share changed) {
        return new Person(plexId, uuid, username, title, email, managed, home, changed, token);
    }

    public Person withToken(String changed) {
        return new Person(plexId, uuid, username, title, email, managed, home, share, changed);
    }
}
