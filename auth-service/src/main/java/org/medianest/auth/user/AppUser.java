package org.medianest.auth.user;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.identity.Permission;

/**
 * A person with an account.
 *
 * @param username in its one spelling, see {@link #canonical}
 * @param displayName how they want to be called; nothing when that is the username
 * @param passwordHash nothing for people who sign in elsewhere
 * @param plexId the id of their Plex account, which alone says who they are to Plex; nothing when they have linked none
 * @param suspendedAt since when they are shut out
 * @param version grows with each change of what others keep of them
 */
public record AppUser(
        UUID id,
        String username,
        @Nullable String displayName,
        @Nullable String passwordHash,
        List<String> permissions,
        @Nullable Long plexId,
        @Nullable Instant suspendedAt,
        int version,
        Instant createdAt) {
    /** What a name may be: 2 to 32 of letters, digits, dot, underscore, hyphen; it begins with a letter or digit. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{1,31}";

    public AppUser {
        permissions = List.copyOf(permissions);
    }

    /** A new person who signs in with a name and a password of this house. */
    public static AppUser local(String username, String passwordHash, Set<String> permissions, Instant now) {
        return new AppUser(
                Uuid7.next(), canonical(username), null, passwordHash, sorted(permissions), null, null, 0, now);
    }

    /** A new person who comes in with their Plex account. */
    public static AppUser ofPlex(
            long plexId, String username, String displayName, Collection<String> permissions, Instant now) {
        return new AppUser(
                Uuid7.next(), canonical(username), displayName, null, sorted(permissions), plexId, null, 0, now);
    }

    /** The one spelling of a name: {@code John} and {@code john} are one person. */
    public static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** How to call them. */
    public String name() {
        return displayName == null ? username : displayName;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    /** Whether they can look after the others. */
    public boolean isManager() {
        return !isSuspended() && permissions.contains(Permission.USERS_MANAGE);
    }

    /** The same person with other permissions. */
    public AppUser allowed(Collection<String> newPermissions) {
        return new AppUser(
                id,
                username,
                displayName,
                passwordHash,
                sorted(newPermissions),
                plexId,
                suspendedAt,
                version + 1,
                createdAt);
    }

    /** The same person, shut out since then, or let in again. */
    public AppUser suspended(@Nullable Instant since) {
        return new AppUser(id, username, displayName, passwordHash, permissions, plexId, since, version + 1, createdAt);
    }

    /** The same person with a Plex account. */
    public AppUser linked(long newPlexId) {
        return new AppUser(
                id, username, displayName, passwordHash, permissions, newPlexId, suspendedAt, version + 1, createdAt);
    }

    private static List<String> sorted(Collection<String> permissions) {
        return permissions.stream().sorted().distinct().toList();
    }

    /** Without the hash, which has no business in a log. */
    @Override
    public String toString() {
        return username + " (" + id + ")";
    }
}
