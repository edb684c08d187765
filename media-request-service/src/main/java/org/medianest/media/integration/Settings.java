package org.medianest.media.integration;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.IntegrationAdministered;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.event.MediaEvent.PlexServerDisconnected;
import org.medianest.commons.outbox.Events;
import org.medianest.media.MediaProblem;
import org.medianest.media.integration.IntegrationView.Tested;
import org.medianest.media.integration.PlexGrants.Seen;
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
    private final Inspection inspection;
    private final PlexGrants grants;
    private final SystemHealth health;
    private final Database database;
    private final Events events;
    private final Event<IntegrationsChanged> news;
    private final List<PlexListener> plexListeners;
    private final URI tmdb;

    Settings(
            IntegrationStore store,
            WebhookSecrets webhooks,
            SystemSecrets secrets,
            Inspection inspection,
            PlexGrants grants,
            SystemHealth health,
            Database database,
            Events events,
            Event<IntegrationsChanged> news,
            @All List<PlexListener> plexListeners,
            @ConfigProperty(name = "medianest.tmdb.url") URI tmdb) {
        this.store = store;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.inspection = inspection;
        this.grants = grants;
        this.health = health;
        this.database = database;
        this.events = events;
        this.news = news;
        this.plexListeners = plexListeners;
        this.tmdb = tmdb;
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
        return seen(kind, request, admin)
                .map(seen -> new Tested(
                        true,
                        kind.title() + " answers and takes the key.",
                        seen.connection().url().toString(),
                        seen.found()))
                .onFailure(SystemDown.class)
                .recoverWithItem(down -> new Tested(false, ((SystemDown) down).reason(), null, null));
    }

    Uni<IntegrationView> connect(SystemKind kind, IntegrationRequest request, Admin admin) {
        return seen(kind, request, admin)
                .onFailure(SystemDown.class)
                .transform(down -> MediaProblem.SYSTEM_UNUSABLE.because(((SystemDown) down).reason()))
                .map(seen -> integration(seen.connection(), seen.found()))
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
                .chain(before -> publish(transaction, connected(before.orElse(null), integration)));
    }

    private Uni<Void> remove(Transaction transaction, Integration integration) {
        transaction.afterCommit(() -> tell(integration.kind()));
        List<MediaEvent> said = new ArrayList<>();
        said.add(new IntegrationChanged(integration.kind().name(), false, null, null));
        if (integration.machineIdentifier() != null) {
            said.add(new PlexServerDisconnected(integration.machineIdentifier()));
        }
        return store.remove(transaction, integration.kind())
                .chain(() -> integration.kind() == SystemKind.PLEX
                        ? plexLeft(transaction)
                        : Uni.createFrom().voidItem())
                .chain(() -> publish(transaction, said));
    }

    private static boolean isOther(Optional<Integration> before, Integration now) {
        return now.kind() == SystemKind.PLEX
                && before.filter(former -> !Objects.equals(former.machineIdentifier(), now.machineIdentifier()))
                        .isPresent();
    }

    private Uni<Void> plexLeft(Transaction transaction) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PlexListener listener : plexListeners) {
            all = all.chain(() -> listener.left(transaction));
        }
        return all;
    }

    private static List<MediaEvent> connected(@Nullable Integration before, Integration now) {
        List<MediaEvent> said = new ArrayList<>();
        String former = before == null ? null : before.machineIdentifier();
        if (former != null && !former.equals(now.machineIdentifier())) {
            said.add(new PlexServerDisconnected(former));
        }
        said.addAll(Said.connected(now));
        return said;
    }

    private Uni<Void> publish(Transaction transaction, List<MediaEvent> said) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (MediaEvent event : said) {
            all = all.chain(() -> events.publish(transaction, event));
        }
        return all;
    }

    private void tell(SystemKind kind) {
        health.forget(kind);
        news.fire(new IntegrationsChanged(kind));
    }

    private Integration integration(Connection connection, Found found) {
        return new Integration(
                connection.kind(),
                connection.url(),
                secrets.seal(connection.kind(), connection.secret()),
                connection.options(),
                found.name(),
                found.machineIdentifier());
    }

    private Uni<Seen> seen(SystemKind kind, IntegrationRequest request, Admin admin) {
        String grant = request.grant();
        if (grant == null || kind != SystemKind.PLEX) {
            return connection(kind, request)
                    .chain(connection -> inspection.of(connection).map(found -> new Seen(connection, found)));
        }
        return store.find(kind)
                .map(before -> options(kind, request, before))
                .chain(options -> grants.connect(grant, admin.id(), options));
    }

    /** What is not given is as it was. */
    private Uni<Connection> connection(SystemKind kind, IntegrationRequest request) {
        return store.find(kind)
                .map(before -> new Connection(
                        kind,
                        url(kind, request, before),
                        secret(kind, request, before),
                        options(kind, request, before)));
    }

    private URI url(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        if (kind == SystemKind.TMDB) {
            return tmdb;
        }
        if (request.url() != null) {
            return SystemAddress.checked(request.url());
        }
        return before.map(Integration::url)
                .orElseThrow(() -> MediaProblem.ADDRESS_NOT_ALLOWED.because("Say where " + kind.title() + " is."));
    }

    /** A key that was given for one place is never shown to another. */
    private Secret secret(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        if (request.secret() != null) {
            return new Secret(request.secret().strip());
        }
        URI url = url(kind, request, before);
        return before.filter(known -> SystemAddress.isSamePlace(known.url(), url))
                .map(secrets::open)
                .orElseThrow(() -> MediaProblem.SECRET_NEEDED.because(
                        "Give the key of " + kind.title() + " too: there is none for this address."));
    }

    private static JsonObject options(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        return request.options() != null
                ? Choices.checked(kind, request.options())
                : before.map(Integration::options).orElse(new JsonObject());
    }

    private IntegrationView view(SystemKind kind, @Nullable Integration integration) {
        return integration == null
                ? IntegrationView.absent(kind)
                : IntegrationView.connected(integration, health.of(kind));
    }
}
