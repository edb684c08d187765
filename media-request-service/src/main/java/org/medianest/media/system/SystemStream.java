package org.medianest.media.system;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens to a system that goes on talking, line by line. */
@ApplicationScoped
public class SystemStream {
    private static final Logger LOG = Logger.getLogger(SystemStream.class);
    private static final int LONGEST_LINE = 1024 * 1024;

    /** One that is silent for so long is asked again: it may be gone without a word. */
    private static final int LONGEST_SILENCE_MILLIS = 90_000;

    private final HttpClient client;

    SystemStream(Vertx vertx, SystemConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAlive(false));
    }

    /**
     * Begins to listen; whether that works out shows in what happens.
     *
     * @param onLine hears each line, on an event loop
     */
    public Listening listen(Connection connection, Call call, Consumer<String> onLine) {
        Listening listening = new Listening(onLine);
        client.request(Exchange.options(connection, call)
                        .putHeader("Accept", "text/event-stream")
                        .setIdleTimeout(LONGEST_SILENCE_MILLIS))
                .compose(listening::send)
                .onSuccess(listening::read)
                .onFailure(listening::ended);
        return listening;
    }

    @PreDestroy
    void stop() {
        client.close();
    }

    /** An open ear. */
    public static final class Listening implements AutoCloseable {
        private final Consumer<String> onLine;
        private volatile boolean open;
        private volatile boolean over;
        private volatile @Nullable HttpClientRequest request;

        private Listening(Consumer<String> onLine) {
            this.onLine = onLine;
        }

        /** Whether the system has begun to talk. */
        public boolean isOpen() {
            return open && !over;
        }

        /** Whether there is nothing more to come. */
        public boolean isOver() {
            return over;
        }

        private Future<HttpClientResponse> send(HttpClientRequest ready) {
            request = ready;
            return ready.send();
        }

        private void read(HttpClientResponse response) {
            if (over || response.statusCode() != 200) {
                ended(new IllegalStateException("status " + response.statusCode()));
                close();
                return;
            }
            open = true;
            RecordParser lines = RecordParser.newDelimited("\n", line -> onLine.accept(text(line)));
            lines.maxRecordSize(LONGEST_LINE).exceptionHandler(this::refuse);
            response.exceptionHandler(this::ended)
                    .endHandler(end -> over = true)
                    .handler(lines);
        }

        private static String text(Buffer line) {
            return line.toString(StandardCharsets.UTF_8).stripTrailing();
        }

        private void refuse(Throwable tooLong) {
            ended(tooLong);
            close();
        }

        private void ended(Throwable cause) {
            over = true;
            LOG.debugf("stream ended: %s", cause);
        }

        @Override
        public void close() {
            over = true;
            HttpClientRequest sent = request;
            if (sent != null) {
                sent.reset();
            }
        }
    }
}
