package org.medianest.media.integration;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent.IntegrationAdministered;
import org.medianest.commons.outbox.Events;
import org.medianest.media.MediaProblem;
import org.medianest.media.integration.IntegrationView.Tested;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHealth;
import org.medianest.media.system.SystemKind;

/** What an admin does with the connected systems. Nothing is kept that was not seen to work. */
@ApplicationScoped
class Settings {
    private final IntegrationStore store;
    private final WebhookSecrets webhooks;
    private final SystemSecrets secrets;
    private final Proposals proposals;
    private final SystemHealth health;
    private final Database database;
    private final Events events;
    private final Event<IntegrationsChanged> news;
    private final List<PlexListener> plexListeners;

    Settings(
            IntegrationStore store,
            WebhookSecrets webhooks,
            SystemSecrets secrets,
            Proposals proposals,
            SystemHealth health,
            Database database,
            Events events,
            Event<IntegrationsChanged> news,
            @All List<PlexListener> plexListeners) {
        this.store = store;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.proposals = proposals;
        this.health = health;
        this.database = database;
        this.events = events;
        this.news = news;
        this.plexListeners = plexListeners;
    }

    /** Who does it. */
    record Admin(UUID id, String name) {}

    Uni<List<IntegrationView>> all() {
        return store.all().map(integrations -> {
            Map<SystemKind, Integration> connected =
                    integrations.stream().collect(Collectors.toMap(Integration::kind, Function.identity()));
            return Arrays.stream(SystemKind.values())
                    .map(kind -> view(kind, connected.get(kind)))
                    .toList();
        });
    }

    /** Looks at a system as it is described, without keeping anything of it. */
    Uni<Tested> test(SystemKind kind, IntegrationRequest request, Admin admin) {
        return proposals
                .look(kind, request, admin.id())
                .map(seen -> new Tested(
                        true,
                        kind.title() + " answers and takes the key.",
                        seen.connection().url().toString(),
                        seen.found()))
                .onFailure(SystemDown.class)
                .recoverWithItem(down -> new Tested(false, ((SystemDown) down).reason(), null, null));
    }

    Uni<IntegrationView> connect(SystemKind kind, IntegrationRequest request, Admin admin) {
        return proposals
                .look(kind, request, admin.id())
                .onFailure(SystemDown.class)
                .transform(down -> MediaProblem.SYSTEM_UNUSABLE.because(((SystemDown) down).reason()))
                .map(this::integration)
                .call(integration -> database.inTransaction(transaction -> keep(transaction, integration)
                        .chain(() -> note(transaction, kind, "INTEGRATION_CONNECTED", admin))))
                .invoke(() -> health.up(kind))
                .map(integration -> view(kind, integration));
    }

    /** Whether it was connected. */
    Uni<Boolean> disconnect(SystemKind kind, Admin admin) {
        return database.inTransaction(transaction -> store.lock(transaction, kind)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : remove(transaction, found.get())
                                .chain(() -> note(transaction, kind, "INTEGRATION_DISCONNECTED", admin))
                                .replaceWith(true)));
    }

    /** Empty when the system is not connected. */
    Uni<Optional<Secret>> renewWebhookSecret(SystemKind kind, Admin admin) {
        return database.inTransaction(transaction -> webhooks.renew(transaction, kind)
                .call(secret -> secret.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : note(transaction, kind, "INTEGRATION_WEBHOOK_RENEWED", admin)));
    }

    private Uni<Void> note(Transaction transaction, SystemKind kind, String action, Admin admin) {
        return events.publish(transaction, new IntegrationAdministered(admin.id(), admin.name(), kind.title(), action));
    }

    private Uni<Void> keep(Transaction transaction, Integration integration) {
        transaction.afterCommit(() -> tell(integration.kind()));
        return store.lock(transaction, integration.kind())
                .call(() -> store.keep(transaction, integration))
                .call(before -> isOther(before, integration)
                        ? plexLeft(transaction)
                        : Uni.createFrom().voidItem())
                .chain(before -> events.publish(transaction, Said.replaced(before, integration)));
    }

    private Uni<Void> remove(Transaction transaction, Integration integration) {
        transaction.afterCommit(() -> tell(integration.kind()));
        return store.remove(transaction, integration.kind())
                .chain(() -> integration.kind() == SystemKind.PLEX
                        ? plexLeft(transaction)
                        : Uni.createFrom().voidItem())
                .chain(() -> events.publish(transaction, Said.disconnected(integration)));
    }

    private static boolean isOther(Optional<Integration> before, Integration now) {
        return now.kind() == SystemKind.PLEX
                && before.filter(former -> !Objects.equals(former.machineIdentifier(), now.machineIdentifier()))
                        .isPresent();
    }

    private Uni<Void> plexLeft(Transaction transaction) {
        return InTurn.each(plexListeners, listener -> listener.left(transaction));
    }

    private void tell(SystemKind kind) {
        health.forget(kind);
        news.fire(new IntegrationsChanged(kind));
    }

    private Integration integration(Seen seen) {
        Connection connection = seen.connection();
        return new Integration(
                connection.kind(),
                connection.url(),
                secrets.seal(connection.kind(), connection.secret()),
                connection.options(),
                seen.found().name(),
                seen.found().machineIdentifier());
    }

    private IntegrationView view(SystemKind kind, @Nullable Integration integration) {
        return integration == null
                ? IntegrationView.absent(kind)
                : IntegrationView.connected(integration, health.of(kind));
    }
}
