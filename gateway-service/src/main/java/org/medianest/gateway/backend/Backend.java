package org.medianest.gateway.backend;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.backend.Replicas.Choice;
import org.medianest.gateway.loop.PerLoop;

/** One service behind the door, with one replica or several. */
public final class Backend {
    private static final Logger LOG = Logger.getLogger(Backend.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_TRIES = 3;

    private final String name;
    /** What every replica is addressed as. */
    private final URI url;

    private final Replicas replicas;
    private final Vertx vertx;
    private final PerLoop<HttpClient> clients;
    private final Duration connectTimeout;
    private final Counter repeats;

    Backend(
            String name,
            URI url,
            Replicas replicas,
            Vertx vertx,
            PerLoop<HttpClient> clients,
            Duration connectTimeout,
            Counter repeats) {
        this.name = name;
        this.url = url;
        this.replicas = replicas;
        this.vertx = vertx;
        this.clients = clients;
        this.connectTimeout = connectTimeout;
        this.repeats = repeats;
    }

    /**
     * What to ask.
     *
     * @param isRepeatable whether being done twice is the same as being done once: only then it is asked again when nobody knows
     *     whether it was heard
     */
    public record Question(HttpMethod method, String uri, boolean isRepeatable) {}

    public String name() {
        return name;
    }

    /** Whether at least one replica answers, as far as is known. */
    public boolean isTrusted() {
        return replicas.isAnyTrusted();
    }

    /**
     * Asks a replica, and another one when that cannot be reached, or has hung up on something that may be asked twice. Before anybody is
     * turned away, their name is looked up again: whoever was replaced a moment ago has a successor.
     *
     * @param conversation sends the request and takes the answer; begun anew for each replica. One that fails with a {@link
     *     ProblemException} says nothing about the service
     * @return fails with a problem that says how to tell the caller
     */
    public <T> Future<T> ask(Question question, Function<HttpClientRequest, Future<T>> conversation) {
        return new Inquiry<>(question, conversation).begin();
    }

    /** One question on its way from replica to replica, until one has answered it. */
    private final class Inquiry<T> {
        private final Question question;
        private final Function<HttpClientRequest, Future<T>> conversation;
        private final List<Replica> tried = new ArrayList<>(0);
        private int tries;

        Inquiry(Question question, Function<HttpClientRequest, Future<T>> conversation) {
            this.question = question;
            this.conversation = conversation;
        }

        Future<T> begin() {
            return switch (replicas.choose(tried)) {
                case Choice.Ask(Replica replica) -> ask(replica);
                case Choice.StayAway refused ->
                    lookedAgain().compose(looked -> switch (replicas.choose(tried)) {
                        case Choice.Ask(Replica found) -> ask(found);
                        case Choice.StayAway(Duration time) -> Future.failedFuture(unavailable(time));
                    });
            };
        }

        private Future<T> ask(Replica replica) {
            tries++;
            if (tries > 1) {
                repeats.increment();
            }
            return clients.get().request(options(question, replica)).transform(connected -> {
                if (connected.succeeded()) {
                    return talk(replica, connected.result());
                }
                tried.add(replica);
                return again(replica, connected.cause());
            });
        }

        private Future<T> talk(Replica replica, HttpClientRequest request) {
            return conversation.apply(request).transform(talked -> {
                if (talked.succeeded()) {
                    answered(replica, request);
                    return Future.succeededFuture(talked.result());
                }
                request.reset();
                return broken(replica, talked.cause());
            });
        }

        private Future<T> broken(Replica replica, Throwable cause) {
            if (cause instanceof ProblemException) {
                return Future.failedFuture(cause);
            }
            if (!question.isRepeatable() || !isHungUp(cause)) {
                return Future.failedFuture(failed(replica, cause));
            }
            // a kept connection that the only replica has closed meanwhile is no reason not to knock once more
            if (replicas.count() > 1) {
                tried.add(replica);
            }
            return again(replica, cause);
        }

        private Future<T> again(Replica replica, Throwable cause) {
            ProblemException failure = failed(replica, cause);
            return tries >= MOST_TRIES ? Future.failedFuture(failure) : begin();
        }
    }

    /** Comes back to where it was asked for, and never fails. A resolver that is silent costs no more than a replica that is. */
    private Future<?> lookedAgain() {
        if (!replicas.mayChange()) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(() -> {
                    replicas.look();
                    return true;
                })
                .timeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(false);
    }

    /** Nobody spoke, and nobody will. */
    private static boolean isHungUp(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof IOException;
    }

    private void answered(Replica replica, HttpClientRequest request) {
        replica.circuit().succeeded();
        if (request.response().result().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            replica.leaves();
        }
    }

    private ProblemException failed(Replica replica, Throwable cause) {
        replica.circuit().failed();
        LOG.warnf("service does not answer service=%s replica=%s cause=%s", name, replica, cause);
        return unavailable(COME_AGAIN);
    }

    private RequestOptions options(Question question, Replica replica) {
        return new RequestOptions()
                .setMethod(question.method())
                .setServer(replica.address())
                .setHost(url.getHost())
                .setPort(replica.address().port())
                .setSsl("https".equals(url.getScheme()))
                .setURI(question.uri())
                .setConnectTimeout(connectTimeout.toMillis());
    }

    private static ProblemException unavailable(Duration comeAgain) {
        return CommonProblem.SERVICE_UNAVAILABLE
                .because("The service behind this does not answer at the moment. Try again in a few seconds.")
                .retryAfter(comeAgain);
    }
}
