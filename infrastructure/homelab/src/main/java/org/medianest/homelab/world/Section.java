package org.medianest.homelab.world;

/**
 * A section of the library.
 *
 * @param location the folder that Plex scans for it
 */
public record Section(int key, SectionType type, String title, String agent, String scanner, String location) {
    public boolean holds(String path) {
        return path.equals(location) || path.startsWith(location + "/");
    }

    /** Its videos belong to no catalogue and go by the names of their files. */
    public boolean isPersonal() {
        return agent.equals("tv.plex.agents.none");
    }
}
