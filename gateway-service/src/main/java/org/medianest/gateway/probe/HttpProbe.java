package org.medianest.gateway.probe;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Asks an address whether somebody is there. Only the head of the answer is looked at, no redirect is followed, and the connection is
 * closed: whatever answers, it costs nothing.
 */
final class HttpProbe {
    private static final int CONNECTIONS = 20;

    private final HttpClient client;
    private final Duration timeout;

    HttpProbe(Vertx vertx, Duration timeout) {
        this.timeout = timeout;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) timeout.toMillis())
                        .setKeepAlive(false)
                        .setMaxHeaderSize(32 * 1024),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(10 * CONNECTIONS));
    }

    /** What came of it. */
    sealed interface Finding {
        record Answers(int ms) implements Finding {}

        /** @param why in words for people */
        record Silent(String why) implements Finding {}
    }

    /** Never fails: a failure is a finding, and so is an address that cannot be asked. */
    Future<Finding> look(URI url) {
        long begin = System.nanoTime();
        return Future.succeededFuture(url)
                .compose(address -> client.request(options(address)))
                .compose(HttpProbe::head)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .map(status -> finding(status, begin))
                .otherwise(failure -> new Finding.Silent(why(failure)));
    }

    private RequestOptions options(URI url) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.toMillis())
                .putHeader("Accept", "application/json, */*;q=0.5");
    }

    /** That we break off ourselves is no failure of the answer. */
    private static Future<Integer> head(HttpClientRequest request) {
        return request.send()
                .map(response -> response.exceptionHandler(broken -> {}).statusCode())
                .onComplete(done -> request.reset());
    }

    /** Who asks for a key is there; who knows no such address, or has an error to tell, is somebody else or unwell. */
    private static Finding finding(int status, long begin) {
        return status < 500 && status != 404
                ? new Finding.Answers((int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin))
                : new Finding.Silent("It answers with the error " + status + ".");
    }

    private static String why(Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> "Its name is not known.";
            case SSLException tls -> "Its certificate is not accepted.";
            case TimeoutException late -> "It does not answer in time.";
            case ConnectException refused -> "It does not answer.";
            default -> "It does not answer as it should.";
        };
    }
}
