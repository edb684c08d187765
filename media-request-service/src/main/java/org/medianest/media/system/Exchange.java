package org.medianest.media.system;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call and its answer, within a time and a length. Redirects are not followed. */
final class Exchange {
    private static final String JSON = "application/json";

    private final HttpClient client;
    private final Connection connection;
    private final Call call;
    private volatile @Nullable HttpClientRequest request;
    private volatile boolean ended;

    Exchange(HttpClient client, Connection connection, Call call) {
        this.client = client;
        this.connection = connection;
        this.call = call;
    }

    Future<Answer> within(Duration time) {
        return client.request(options())
                .compose(this::send)
                .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> end());
    }

    /** The request as it goes out. A key in the query never reaches a log: nothing logs these options. */
    private RequestOptions options() {
        return options(connection, call);
    }

    static RequestOptions options(Connection connection, Call call) {
        Query query = call.query();
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setHost(connection.url().getHost())
                .setPort(connection.port())
                .setSsl(connection.isTls())
                .putHeader("Accept", JSON)
                .putHeader("User-Agent", "MediaNest");
        if (!connection.secret().isNone()) {
            query = addKey(options, connection, query);
        }
        call.headers().forEach(options::putHeader);
        return options.setURI(connection.basePath() + call.path() + query.behindPath());
    }

    /** Each kind wants it in another place. */
    private static Query addKey(RequestOptions options, Connection connection, Query query) {
        String key = connection.secret().reveal();
        switch (connection.kind()) {
            case PLEX ->
                options.putHeader("X-Plex-Token", key)
                        .putHeader("X-Plex-Client-Identifier", "medianest-media")
                        .putHeader("X-Plex-Product", "MediaNest");
            case TMDB -> {
                if (isShortKey(key)) {
                    return query.and("api_key", key);
                }
                options.putHeader("Authorization", "Bearer " + key);
            }
            case SEERR, RADARR, SONARR -> options.putHeader("X-Api-Key", key);
        }
        return query;
    }

    /** TMDB's keys of version 3 are 32 hexadecimal digits; everything else is a token of version 4. */
    private static boolean isShortKey(String key) {
        return key.matches("[0-9a-fA-F]{32}");
    }

    private Future<Answer> send(HttpClientRequest open) {
        request = open;
        if (ended) {
            open.reset();
        }
        return (call.body() == null
                        ? open.send()
                        : open.putHeader("Content-Type", JSON)
                                .send(Buffer.buffer(call.body().toString())))
                .compose(this::read);
    }

    private Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.handler(chunk -> {
            if (body.length() + chunk.length() > call.limit()) {
                answer.tryFail(SystemDown.unintelligible(connection.kind(), null));
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end ->
                answer.tryComplete(new Answer(connection.kind(), response.statusCode(), response.headers(), body)));
        return answer.future();
    }

    private void end() {
        ended = true;
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
    }
}
