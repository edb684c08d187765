package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.medianest.auth.notification.push.PushResource.Subscriber;
import org.medianest.commons.database.Database;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemException;

/** The browsers of people. */
@ApplicationScoped
class PushSubscriptions {
    private static final int MOST = 10;

    private final PushStore store;
    private final PushTargets targets;
    private final Database database;

    PushSubscriptions(PushStore store, PushTargets targets, Database database) {
        this.store = store;
        this.targets = targets;
        this.database = database;
    }

    /** Whether it is a new one. When somebody has too many, the one that came longest ago goes. */
    Uni<Boolean> add(UUID personId, Subscriber subscriber) {
        PushSubscription subscription = new PushSubscription(
                Uuid7.next(),
                subscriber.endpoint(),
                subscriber.keys().p256dh(),
                subscriber.keys().auth());
        requireKeys(subscription);
        return targets.judge(subscription.endpoint())
                .onFailure(PushTargets.Refused.class)
                .transform(refused -> refuse("endpoint", String.valueOf(refused.getMessage())))
                .chain(target -> database.inTransaction(transaction -> store.keep(transaction, personId, subscription)
                        .map(fresh -> fresh.orElseThrow(
                                () -> CommonProblem.UNAUTHENTICATED.because("This account does not exist any more.")))
                        .call(() -> store.forgetOldest(transaction, personId, MOST))));
    }

    Uni<Void> remove(UUID personId, String endpoint) {
        return store.remove(personId, endpoint);
    }

    private static void requireKeys(PushSubscription subscription) {
        try {
            subscription.key();
        } catch (GeneralSecurityException noKey) {
            throw refuse("keys.p256dh", "must be a key of a browser");
        }
        try {
            subscription.secret();
        } catch (GeneralSecurityException noSecret) {
            throw refuse("keys.auth", "must be a secret of a browser");
        }
    }

    private static ProblemException refuse(String field, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "This cannot be told anything: " + field + " " + message + ".",
                List.of(new Problem.Violation(field, message)));
    }
}
