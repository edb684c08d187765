package org.medianest.auth.setup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table {@code setup}: one row, once. */
@ApplicationScoped
class SetupStore {
    private static final String DONE = "select exists (select 1 from setup)";
    private static final String COMPLETE =
            "insert into setup (completed_at, completed_by) values (now(), :user) on conflict do nothing";

    @WithSession
    Uni<Boolean> isDone() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DONE, Boolean.class).getSingleResult());
    }

    /** True for the one who completes it. Runs inside the caller's transaction; others wait for it to end. */
    Uni<Boolean> complete(UUID user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COMPLETE)
                        .setParameter("user", user)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
