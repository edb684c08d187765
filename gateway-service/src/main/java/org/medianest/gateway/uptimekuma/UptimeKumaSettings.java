package org.medianest.gateway.uptimekuma;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.StatusEvent.SourceAdministered;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.secret.SecretBox;
import org.medianest.gateway.watch.Subjects;
import org.medianest.gateway.watch.WatchKind;

/** Which Uptime Kuma the household has, and what it takes to ask it. Secrets are sealed, each for its own column. */
@ApplicationScoped
public class UptimeKumaSettings {
    private static final String PASSWORD = "source/uptime-kuma/password";
    private static final String TOKEN = "source/uptime-kuma/token";
    private static final String KEY = "source/uptime-kuma/key";

    private final SourceStore store;
    private final Subjects subjects;
    private final Database database;
    private final Events events;
    private final Optional<SecretBox> secrets;

    /** @param secrets without them, nothing that needs one can be connected */
    UptimeKumaSettings(
            SourceStore store, Subjects subjects, Database database, Events events, Optional<SecretBox> secrets) {
        this.store = store;
        this.subjects = subjects;
        this.database = database;
        this.events = events;
        this.secrets = secrets;
    }

    public Uni<Optional<KumaSource>> find() {
        return store.find();
    }

    /** @param admin who does it */
    Uni<Void> save(Access access, UUID admin) {
        KumaSource source = switch (access) {
            case Access.Socket it ->
                new KumaSource(
                        Method.SOCKET,
                        it.url(),
                        it.username(),
                        null,
                        seal(it.password(), PASSWORD),
                        it.token() == null ? null : seal(it.token(), TOKEN),
                        null,
                        Uuid7.next(),
                        SourceState.CONNECTING,
                        null);
            case Access.StatusPage it ->
                new KumaSource(
                        Method.STATUS_PAGE,
                        it.url(),
                        null,
                        it.slug(),
                        null,
                        null,
                        null,
                        Uuid7.next(),
                        SourceState.CONNECTING,
                        null);
            case Access.Metrics it ->
                new KumaSource(
                        Method.METRICS,
                        it.url(),
                        null,
                        null,
                        null,
                        null,
                        seal(it.key(), KEY),
                        Uuid7.next(),
                        SourceState.CONNECTING,
                        null);
        };
        return database.inTransaction(transaction ->
                store.save(transaction, source).chain(() -> note(transaction, admin, "INTEGRATION_CONNECTED")));
    }

    /** What it watched is watched no longer. */
    Uni<Void> forget(UUID admin) {
        return database.inTransaction(transaction -> store.forget(transaction)
                .chain(forgotten -> forgotten
                        ? note(transaction, admin, "INTEGRATION_DISCONNECTED")
                        : Uni.createFrom().voidItem())
                .chain(() -> subjects.forgetAll(transaction, WatchKind.MONITOR)));
    }

    private Uni<Void> note(Transaction transaction, UUID admin, String action) {
        return events.publish(transaction, new SourceAdministered(admin, "Uptime Kuma", action));
    }

    Uni<Void> note(UUID version, SourceState state, @Nullable String message) {
        return store.note(version, state, message);
    }

    Uni<Void> keepToken(UUID version, @Nullable Secret token) {
        return store.keepToken(version, token == null ? null : seal(token, TOKEN));
    }

    /** @throws org.medianest.commons.secret.SecretUnreadable when the key is another one now */
    Access access(KumaSource source) {
        return switch (source.method()) {
            case SOCKET ->
                new Access.Socket(
                        source.url(),
                        source.username() == null ? "" : source.username(),
                        open(source.sealedPassword(), PASSWORD),
                        source.sealedToken() == null ? null : open(source.sealedToken(), TOKEN),
                        null);
            case STATUS_PAGE -> new Access.StatusPage(source.url(), source.slug() == null ? "" : source.slug());
            case METRICS -> new Access.Metrics(source.url(), open(source.sealedKey(), KEY));
        };
    }

    private String seal(Secret secret, String place) {
        return box().sealText(secret.value(), place);
    }

    private Secret open(@Nullable String sealed, String place) {
        return new Secret(sealed == null ? "" : box().openText(sealed, place));
    }

    private SecretBox box() {
        return secrets.orElseThrow(() -> CommonProblem.SERVICE_UNAVAILABLE.because(
                "Secrets cannot be kept here yet: the operator must set MEDIANEST_SECRETS_KEY_FILE for the gateway."));
    }
}
