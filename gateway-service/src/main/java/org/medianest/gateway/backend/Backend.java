package org.medianest.gateway.backend;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.loop.PerLoop;

/** One service behind the door. */
public final class Backend {
    private static final Logger LOG = Logger.getLogger(Backend.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final String name;
    private final URI url;
    private final PerLoop<HttpClient> clients;
    private final Circuit circuit;
    private final Duration connectTimeout;

    Backend(String name, URI url, PerLoop<HttpClient> clients, Circuit circuit, Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        this.name = name;
        this.url = url;
        this.clients = clients;
        this.circuit = circuit;
    }

    public String name() {
        return name;
    }

    public boolean isTrusted() {
        return circuit.isClosed();
    }

    /** A request to the service, or a refusal when it cannot be reached. Who gets one must say how it {@link #answered} or {@link #failed}. */
    public Future<HttpClientRequest> request(HttpMethod method, String uri) {
        Optional<Duration> refusal = circuit.refusal();
        if (refusal.isPresent()) {
            return Future.failedFuture(unavailable(refusal.get()));
        }
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(url.getHost())
                .setPort(port())
                .setSsl("https".equals(url.getScheme()))
                .setURI(uri)
                .setConnectTimeout(connectTimeout.toMillis());
        return clients.get().request(options).recover(cause -> Future.failedFuture(failed(cause)));
    }

    public void answered() {
        circuit.succeeded();
    }

    /** Notes that the service did not answer, and says how to tell the caller. */
    public ProblemException failed(Throwable cause) {
        circuit.failed();
        LOG.warnf("service does not answer service=%s cause=%s", name, cause);
        return unavailable(COME_AGAIN);
    }

    private static ProblemException unavailable(Duration comeAgain) {
        return CommonProblem.SERVICE_UNAVAILABLE
                .because("The service behind this does not answer at the moment. Try again in a few seconds.")
                .retryAfter(comeAgain);
    }

    private int port() {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }
}
