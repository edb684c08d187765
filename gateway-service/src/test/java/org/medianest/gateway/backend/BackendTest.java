package org.medianest.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.circuit.Circuit;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.backend.Backend.Question;
import org.medianest.gateway.backend.TestReplica.Mood;
import org.medianest.gateway.loop.PerLoop;

class BackendTest {
    private static final Question LOOK = new Question(HttpMethod.GET, "/api/v1/things", true);
    private static final Question DO = new Question(HttpMethod.POST, "/api/v1/things", false);

    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final TestReplica one = TestReplica.start(vertx);
    private final TestReplica other = TestReplica.start(vertx);
    private final Backend both = backend(one, other);

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everyReplicaGetsItsShare() {
        ask(both, LOOK, 100);

        assertThat(one.heard()).isBetween(10, 90);
        assertThat(one.heard() + other.heard()).isEqualTo(100);
    }

    @Test
    void oneThatDiesCostsNobodyAnything() {
        ask(both, LOOK, 50);

        one.die();
        ask(both, LOOK, 50);
        ask(both, DO, 50);

        assertThat(one.heard() + other.heard()).isEqualTo(150);
        assertThat(both.isTrusted()).isTrue();
        assertThat(gauge("medianest.gateway.replicas")).isEqualTo(2);
        assertThat(gauge("medianest.gateway.replicas.in.use")).isEqualTo(1);
    }

    @Test
    void oneThatComesBackIsAskedAgain() {
        one.die();
        ask(both, DO, 50);

        one.comeBack();

        await().untilAsserted(() -> {
            ask(both, DO, 10);
            assertThat(one.heard()).isPositive();
        });
    }

    @Test
    void oneThatLeavesIsSparedWhileItCouldStillAnswer() {
        one.become(Mood.LEAVING);
        await().until(() -> {
            ask(both, LOOK, 1);
            return one.heard() == 1;
        });

        ask(both, DO, 20);

        assertThat(one.heard()).isEqualTo(1);
    }

    @Test
    void whenAllLeaveTheyAreAskedAllTheSame() {
        one.become(Mood.LEAVING);
        other.become(Mood.LEAVING);

        ask(both, DO, 20);

        assertThat(one.heard() + other.heard()).isEqualTo(20);
    }

    @Test
    void whatMayBeAskedTwiceIsWhenAReplicaHangsUp() {
        one.become(Mood.HANGING_UP);

        ask(both, LOOK, 20);

        assertThat(other.heard()).isEqualTo(20);
        assertThat(one.heard()).isPositive();
        assertThat(metrics.counter("medianest.gateway.repeats", "service", "downloads")
                        .count())
                .isEqualTo(one.heard());
    }

    @Test
    void whatMayNotBeDoneTwiceIsNotAskedTwice() {
        one.become(Mood.HANGING_UP);
        other.become(Mood.HANGING_UP);

        assertThatThrownBy(() -> ask(both, DO, 1))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(one.heard() + other.heard()).isEqualTo(1);
    }

    @Test
    void theOnlyReplicaIsAskedOnceMoreOverAnotherConnection() {
        Backend single = backend(one);
        ask(single, LOOK, 1);
        one.become(Mood.HANGING_UP);

        assertThatThrownBy(() -> ask(single, LOOK, 1)).isInstanceOf(CompletionException.class);

        assertThat(one.heard()).isEqualTo(4);
    }

    @Test
    void successorOfTheOnlyReplicaIsFoundBeforeAnybodyIsTurnedAway() {
        AtomicReference<String> home = new AtomicReference<>(TestReplica.HOME);
        Backend named = named(URI.create(one.url()).getPort(), home);
        ask(named, LOOK, 1);
        TestReplica successor = one.successorAt("127.0.0.2");
        one.die();

        home.set("127.0.0.2");
        ask(named, LOOK, 1);

        assertThat(one.heard()).isEqualTo(1);
        assertThat(successor.heard()).isEqualTo(1);
    }

    @Test
    void withoutAnyReplicaTheCallerIsToldToComeAgain() {
        one.die();
        other.die();

        assertThatThrownBy(() -> ask(both, DO, 1)).hasCauseInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ask(both, DO, 1)).hasCauseInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ask(both, DO, 1)).hasCauseInstanceOf(ProblemException.class);

        assertThat(both.isTrusted()).isFalse();
        assertThat(gauge("medianest.gateway.circuit.open")).isEqualTo(1);
    }

    private double gauge(String name) {
        return metrics.get(name).tag("service", "downloads").gauge().value();
    }

    private static void ask(Backend backend, Question question, int times) {
        for (int i = 0; i < times; i++) {
            Buffer said = backend.ask(question, request -> request.send().compose(HttpClientResponse::body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            assertThat(said.toString()).isEqualTo("well");
        }
    }

    /** @param home what its name leads to */
    private Backend named(int port, AtomicReference<String> home) {
        URI url = URI.create("http://downloads.example:" + port);
        Replicas replicas = new Replicas(
                "downloads",
                List.of(url),
                host -> InetAddress.getAllByName(home.get()),
                address -> new Replica(address, new Circuit(3, Duration.ofMinutes(1)), Duration.ofMinutes(1)));
        return new Backend(
                "downloads",
                url,
                replicas,
                vertx,
                new PerLoop<>(vertx::createHttpClient),
                Duration.ofSeconds(10),
                metrics.counter("repeats"));
    }

    private Backend backend(TestReplica... replicas) {
        List<URI> urls =
                Stream.of(replicas).map(TestReplica::url).map(URI::create).toList();
        return new Backends(vertx, new Config(urls), replicas.length == 1 ? new SimpleMeterRegistry() : metrics)
                .downloads();
    }

    private record Config(List<URI> downloads) implements BackendConfig {
        @Override
        public List<URI> auth() {
            return downloads;
        }

        @Override
        public List<URI> media() {
            return downloads;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration tokenTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int connections() {
            return 16;
        }

        @Override
        public Duration lookUp() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int failuresToOpen() {
            return 3;
        }

        /** Long enough for what a test does meanwhile, on a busy machine too. */
        @Override
        public Duration openFor() {
            return Duration.ofSeconds(3);
        }
    }
}
