package org.medianest.auth.notification.mail;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.concurrent.EventLoop;

/**
 * The way out to the mail server of the house, if it has one. A client a mail: they are few, and a connection that falls silent is not
 * counted against the next.
 */
@ApplicationScoped
class MailServer {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final MailSettings settings;
    private final String ownName;
    private final Vertx vertx;
    private final Optional<MailConfig> config;

    MailServer(MailSettings settings, @ConfigProperty(name = "medianest.public-url") URI publicUrl, Vertx vertx) {
        this.settings = settings;
        this.ownName = Optional.ofNullable(publicUrl.getHost()).orElse("localhost");
        this.vertx = vertx;
        this.config = settings.host().map(this::config);
    }

    /** Refuses what could never send anything, before anybody waits for a mail. */
    void check(@Observes StartupEvent event) {
        if (isThere() && settings.from().isEmpty()) {
            throw new IllegalStateException(
                    "MEDIANEST_MAIL_HOST is set, but not whom mails are from: set MEDIANEST_MAIL_FROM");
        }
        if (settings.username().isPresent() != settings.password().isPresent()) {
            throw new IllegalStateException("Of MEDIANEST_MAIL_USERNAME and MEDIANEST_MAIL_PASSWORD only one is set."
                    + " Set both, or neither if the mail server wants nobody to sign in.");
        }
    }

    boolean isThere() {
        return config.isPresent();
    }

    /** The name of this house among those that exchange mails. */
    String ownName() {
        return ownName;
    }

    /** Done when the server has taken it. */
    Uni<Void> send(MailMessage message) {
        message.setFrom(settings.from().orElseThrow());
        return Uni.createFrom().deferred(() -> {
            MailClient client = MailClient.create(vertx, config.orElseThrow());
            return Uni.createFrom()
                    .completionStage(EventLoop.call(vertx, () -> client.sendMail(message))
                            .toCompletionStage())
                    .onTermination()
                    .invoke(() -> client.close())
                    .replaceWithVoid();
        });
    }

    private MailConfig config(String host) {
        MailConfig config = new MailConfig()
                .setHostname(host)
                .setPort(settings.port())
                .setOwnHostname(ownName)
                .setKeepAlive(false)
                .setLogin(settings.username().isPresent() ? LoginOption.REQUIRED : LoginOption.NONE);
        config.setConnectTimeout(Math.toIntExact(TO_CONNECT.toMillis()));
        config.setHostnameVerificationAlgorithm("HTTPS");
        settings.username().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return switch (settings.encryption()) {
            case NONE -> config.setStarttls(StartTLSOptions.DISABLED);
            case STARTTLS -> config.setStarttls(StartTLSOptions.REQUIRED);
            case TLS -> config.setSsl(true).setStarttls(StartTLSOptions.DISABLED);
        };
    }
}
