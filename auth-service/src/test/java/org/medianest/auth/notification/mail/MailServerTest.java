package org.medianest.auth.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailServerTest {
    @Test
    void houseWithoutAServerSendsNoMailsAndStarts() {
        with(new Settings(null, null, null, null), server -> {
            assertThat(server.isThere()).isFalse();
            assertThatCode(() -> server.check(new StartupEvent())).doesNotThrowAnyException();
        });
    }

    @Test
    void serverWithoutASenderIsRefusedByTheNameOfTheSetting() {
        with(
                new Settings("mail.example.org", null, null, null),
                server -> assertThatThrownBy(() -> server.check(new StartupEvent()))
                        .hasMessageContaining("MEDIANEST_MAIL_FROM"));
    }

    @Test
    void halfOfASignInIsRefused() {
        with(
                new Settings("mail.example.org", "nest@example.org", "nest", null),
                server -> assertThatThrownBy(() -> server.check(new StartupEvent()))
                        .hasMessageContaining("MEDIANEST_MAIL_PASSWORD"));
    }

    private static void with(MailSettings settings, Consumer<MailServer> test) {
        Vertx vertx = Vertx.vertx();
        try {
            test.accept(new MailServer(settings, URI.create("https://nest.example.org"), vertx));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private record Settings(
            @Nullable String hostOrNull,
            @Nullable String fromOrNull,
            @Nullable String usernameOrNull,
            @Nullable String passwordOrNull)
            implements MailSettings {
        @Override
        public Optional<String> host() {
            return Optional.ofNullable(hostOrNull);
        }

        @Override
        public int port() {
            return 587;
        }

        @Override
        public Encryption encryption() {
            return Encryption.STARTTLS;
        }

        @Override
        public Optional<String> username() {
            return Optional.ofNullable(usernameOrNull);
        }

        @Override
        public Optional<String> password() {
            return Optional.ofNullable(passwordOrNull);
        }

        @Override
        public Optional<String> from() {
            return Optional.ofNullable(fromOrNull);
        }
    }
}
