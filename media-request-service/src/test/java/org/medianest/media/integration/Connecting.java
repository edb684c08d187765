package org.medianest.media.integration;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.medianest.commons.database.Database;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** Connects and disconnects systems as an admin does, without a look at whether they work. */
@ApplicationScoped
public class Connecting {
    private final IntegrationStore store;
    private final SystemSecrets secrets;
    private final WebhookSecrets webhooks;
    private final Database database;

    Connecting(IntegrationStore store, SystemSecrets secrets, WebhookSecrets webhooks, Database database) {
        this.store = store;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.database = database;
    }

    public void connect(Connection connection) {
        connect(connection.kind(), connection.url(), connection.secret(), connection.options());
    }

    public void connect(SystemKind kind, URI url, Secret secret, JsonObject options) {
        String machine = kind == SystemKind.PLEX ? "homelab-machine" : null;
        store.keep(database, new Integration(kind, url, secrets.seal(kind, secret), options, kind.title(), machine))
                .await()
                .indefinitely();
    }

    public void disconnect(SystemKind kind) {
        database.inTransaction(transaction -> store.remove(transaction, kind))
                .await()
                .indefinitely();
    }

    /** A new secret for the calls of a system that is connected. */
    public String webhookSecret(SystemKind kind) {
        return webhooks.renew(database, kind)
                .await()
                .indefinitely()
                .orElseThrow()
                .reveal();
    }
}
