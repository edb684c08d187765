package org.medianest.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.id.Uuid7;

/**
 * A person with an account.
 *
 * @param username in its one spelling, see {@link #canonical}
 * @param passwordHash nothing for people who sign in elsewhere
 */
public record AppUser(
        UUID id, String username, @Nullable String passwordHash, List<String> permissions, Instant createdAt) {
    /** What a name may be: 2 to 32 of letters, digits, dot, underscore, hyphen; it begins with a letter or digit. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{1,31}";

    public AppUser {
        permissions = List.copyOf(permissions);
    }

    /** A new person who signs in with a name and a password of this house. */
    public static AppUser local(String username, String passwordHash, Set<String> permissions, Instant now) {
        return new AppUser(
                Uuid7.next(),
                canonical(username),
                passwordHash,
                permissions.stream().sorted().toList(),
                now);
    }

    /** The one spelling of a name: {@code John} and {@code john} are one person. */
    public static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** Without the hash, which has no business in a log. */
    @Override
    public String toString() {
        return username + " (" + id + ")";
    }
}
