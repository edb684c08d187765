package org.medianest.homelab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;

class FaultsTest {
    private static final Homelab HOMELAB = Homelab.start();
    private static final String FILM = "/3/movie/19?api_key=" + Keys.TMDB;

    private final Calls tmdb = Calls.to(HOMELAB.url(SystemName.TMDB));
    private final Calls control = Calls.to(HOMELAB.url(SystemName.CONTROL));

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    private static void set(Fault fault) {
        HOMELAB.faults().set(SystemName.TMDB, fault);
    }

    @Test
    void withoutFaultsItAnswers() throws Exception {
        set(new Fault.Status(500));
        HOMELAB.faults().clear();

        assertThat(tmdb.get(FILM).status()).isEqualTo(200);
    }

    @Test
    void latencyDelaysTheAnswer() throws Exception {
        set(new Fault.Latency(Duration.ofMillis(300), Duration.ofMillis(50)));
        long before = System.nanoTime();

        assertThat(tmdb.get(FILM).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void droppedAndDownEndTheConnection() throws Exception {
        tmdb.get(FILM);
        for (Fault fault : new Fault[] {new Fault.Dropped(), new Fault.Down()}) {
            set(fault);

            assertThatThrownBy(() -> tmdb.get(FILM)).isInstanceOf(IOException.class);
        }
        HOMELAB.faults().clear(SystemName.TMDB);

        assertThat(tmdb.get(FILM).status()).isEqualTo(200);
    }

    @Test
    void halfOpenNeverAnswers() {
        set(new Fault.HalfOpen());
        URI uri = HOMELAB.url(SystemName.TMDB).resolve(FILM);

        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri)
                                        .timeout(Duration.ofMillis(500))
                                        .build(),
                                BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void truncatedEndsInTheMiddle() {
        set(new Fault.Truncated());

        assertThatThrownBy(() -> tmdb.get(FILM)).isInstanceOf(IOException.class);
    }

    @Test
    void garbageSaysThatItIsJson() throws Exception {
        set(new Fault.Garbage());

        var answer = tmdb.get(FILM);

        assertThat(answer.header("Content-Type")).contains("json");
        assertThatThrownBy(answer::json).isInstanceOf(RuntimeException.class);
    }

    @Test
    void wrongTypesKeepTheNames() throws Exception {
        set(new Fault.WrongTypes());

        JsonObject film = tmdb.get(FILM).json();

        assertThat(film.getValue("id")).isInstanceOf(String.class);
        assertThat(film.getValue("title")).isInstanceOf(Number.class);
    }

    @Test
    void slowDripStillBringsAll() throws Exception {
        String whole = tmdb.get(FILM).body();
        set(new Fault.SlowDrip(Duration.ofMillis(1)));

        assertThat(tmdb.get(FILM).body()).isEqualTo(whole);
    }

    @Test
    void faultMayMeetOnlySomeRequests() throws Exception {
        HOMELAB.faults().set(SystemName.TMDB, new Fault.Status(500), Faults.Scope.times(1));

        assertThat(tmdb.get(FILM).status()).isEqualTo(500);
        assertThat(tmdb.get(FILM).status()).isEqualTo(200);

        HOMELAB.faults().set(SystemName.TMDB, new Fault.Status(500), Faults.Scope.path("/3/tv"));
        assertThat(tmdb.get(FILM).status()).isEqualTo(200);
        assertThat(tmdb.get("/3/tv/19").status()).isEqualTo(500);
    }

    @Test
    void faultsAreSetOverHttpToo() throws Exception {
        JsonObject state = control.post(
                        "/control/faults",
                        "{\"system\": \"tmdb\", \"kind\": \"status\", \"code\": 429, \"retryAfterSeconds\": 3}")
                .json();

        assertThat(state.getJsonObject("faults").fieldNames()).containsExactly("tmdb");
        assertThat(tmdb.get(FILM).header("Retry-After")).isEqualTo("3");
        assertThat(control.call("DELETE", "/control/faults", "").json().getJsonObject("faults"))
                .isEmpty();
        assertThat(control.post("/control/faults", "{\"system\": \"tmdb\"}").status())
                .isEqualTo(400);
    }
}
