package org.medianest.homelab.seerr;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Somebody whom Seerr knows. Belongs to {@link Seerr}, under whose lock it is read and changed. */
final class User {
    private final int id;
    private final @Nullable Long plexId;
    private final String name;
    private final @Nullable String email;
    private final Instant created;
    private int permissions;
    private Quota movies = Quota.NONE;
    private Quota series = Quota.NONE;

    /** @param limit how many in so many days; 0 for no limit */
    record Quota(int limit, int days) {
        static final Quota NONE = new Quota(0, 7);
    }

    User(int id, @Nullable Long plexId, String name, @Nullable String email, int permissions, Instant created) {
        this.id = id;
        this.plexId = plexId;
        this.name = name;
        this.email = email;
        this.permissions = permissions;
        this.created = created;
    }

    int id() {
        return id;
    }

    @Nullable
    Long plexId() {
        return plexId;
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }

    Instant created() {
        return created;
    }

    int permissions() {
        return permissions;
    }

    void permissions(int newPermissions) {
        permissions = newPermissions;
    }

    /** Whether the person has one of them. */
    boolean may(Permission... any) {
        return (permissions & Permission.ADMIN.bit()) != 0
                || Arrays.stream(any).anyMatch(permission -> (permissions & permission.bit()) != 0);
    }

    boolean mayAll(Permission... all) {
        return Arrays.stream(all).allMatch(permission -> may(permission));
    }

    Quota movies() {
        return movies;
    }

    Quota series() {
        return series;
    }

    void quotas(Quota newMovies, Quota newSeries) {
        movies = newMovies;
        series = newSeries;
    }
}
