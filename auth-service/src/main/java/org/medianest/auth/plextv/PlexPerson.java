package org.medianest.auth.plextv;

/**
 * A Plex account.
 *
 * @param id the only thing that says who it is
 * @param username empty for a managed user, who has only a title
 * @param title what it is called
 */
public record PlexPerson(long id, String username, String title) {
    /** What to call them; never empty. */
    public String name() {
        if (!title.isEmpty()) {
            return title;
        }
        return username.isEmpty() ? "Plex user " + id : username;
    }

    /** The name to make a username from. */
    public String handle() {
        return username.isEmpty() ? title : username;
    }
}
