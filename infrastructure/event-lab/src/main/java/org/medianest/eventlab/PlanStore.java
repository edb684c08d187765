package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Transaction;

/** The table {@code plan}. */
@ApplicationScoped
class PlanStore {
    private static final String TAKE_NEXT = """
            update plan set said = plan.said + 1
            from (select subject from plan where said < total order by said limit 1 for update skip locked) as next
            where plan.subject = next.subject
            returning plan.subject, plan.said - 1 as number
            """;

    record Next(UUID subject, int number) {}

    /** What is to be said next, of the subject that is least far and that no other talker has at hand. */
    Uni<Optional<Next>> takeNext(Transaction transaction) {
        return transaction.first(row -> new Next(row.getUUID("subject"), row.getInteger("number")), TAKE_NEXT);
    }
}
