package org.medianest.downloads.probe;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Described;

/** The table {@code probe}. Inside the caller's transaction; the owner is part of every question. */
@ApplicationScoped
class ProbeStore {
    private static final String INSERT = """
            insert into probe (id, owner, url, title, uploader, duration_seconds, extractor, has_thumbnail, created_at)
            values (:id, :owner, :url, :title, cast(:uploader as text), cast(:duration as double precision), :extractor,
                    :thumbnail, now())
            """;

    static final String FIND = """
            select title, uploader, duration_seconds, has_thumbnail from probe
            where id = :id and owner = :owner and url = :url and created_at > now() - interval '1 hour'
            """;

    private static final String OWNED =
            "select has_thumbnail from probe where id = :id and owner = :owner and created_at > now() - interval '1 hour'";

    static final String FORGET = "delete from probe where created_at < now() - interval '1 hour'";

    Uni<Void> insert(UUID owner, Probe probe) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", probe.id())
                        .setParameter("owner", owner)
                        .setParameter("url", probe.url())
                        .setParameter("title", probe.title())
                        .setParameter("uploader", probe.uploader())
                        .setParameter("duration", probe.durationSeconds())
                        .setParameter("extractor", probe.extractor())
                        .setParameter("thumbnail", probe.thumbnailUrl() != null)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<Described>> find(UUID id, UUID owner, String url) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .setParameter("url", url)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(ProbeStore::described));
    }

    Uni<@Nullable Boolean> hasThumbnail(UUID id, UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OWNED, Boolean.class)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .getSingleResultOrNull());
    }

    Uni<Void> forgetOld() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET).executeUpdate())
                .replaceWithVoid();
    }

    private static Described described(Object[] row) {
        return new Described((String) row[0], (String) row[1], (Double) row[2], (Boolean) row[3]);
    }
}
