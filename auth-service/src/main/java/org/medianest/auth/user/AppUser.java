package org.medianest.auth.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.id.Uuid7;

/** A person with an account. */
@Entity
@Table(name = "app_user")
public class AppUser {
    /** What a name may be: 2 to 32 of letters, digits, dot, underscore, hyphen; it begins with a letter or digit. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{1,31}";

    @Id
    private UUID id;

    private String username;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private List<String> permissions;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    AppUser() {}

    private AppUser(String username, String passwordHash, Set<String> permissions, Instant now) {
        this.id = Uuid7.next();
        this.username = canonical(username);
        this.passwordHash = passwordHash;
        this.permissions = permissions.stream().sorted().toList();
        this.createdAt = now;
    }

    /** A person who signs in with a name and a password of this house. */
    public static AppUser local(String username, String passwordHash, Set<String> permissions, Instant now) {
        return new AppUser(username, passwordHash, permissions, now);
    }

    /** The one spelling of a name: {@code John} and {@code john} are one person. */
    public static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** Nothing for people who sign in elsewhere. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public List<String> permissions() {
        return List.copyOf(permissions);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
