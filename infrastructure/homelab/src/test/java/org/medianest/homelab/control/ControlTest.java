package org.medianest.homelab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.Pin;

class ControlTest {
    private static final Homelab HOMELAB = Homelab.start();

    private final Calls control = Calls.to(HOMELAB.url(SystemName.CONTROL));

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void stateShowsSystemsPeopleAndScenarios() throws Exception {
        JsonObject state = control.get("/control/state").json();

        assertThat(state.getJsonObject("systems").fieldNames()).contains("plex-tv", "plex", "tmdb", "control");
        assertThat(state.getJsonArray("people")).hasSize(8);
        assertThat(state.getJsonArray("scenarios").encode()).contains("film-arrives");
        assertThat(state.getInteger("libraryItems")).isGreaterThan(100);
    }

    @Test
    void clockIsMovedAndHurried() throws Exception {
        Instant before = HOMELAB.clock().now();

        JsonObject clock = control.post("/control/clock", "{\"advanceSeconds\": 3600, \"speed\": 2}")
                .json()
                .getJsonObject("clock");

        assertThat(Instant.parse(clock.getString("now"))).isAfterOrEqualTo(before.plusSeconds(3600));
        assertThat(clock.getDouble("speed")).isEqualTo(2);
        assertThat(control.post("/control/clock", "{\"speed\": 0}").status()).isEqualTo(400);
    }

    @Test
    void scenariosHappen() throws Exception {
        control.post("/control/scenarios/film-arrives", "");
        control.post("/control/scenarios/episode-arrives", "");
        control.post("/control/scenarios/film-vanishes", "");

        assertThat(HOMELAB.world().library().find(TitleKey.movie(653))).isPresent();
        assertThat(HOMELAB.world().library().find(TitleKey.movie(19))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HOMELAB.play("moon-landing"))
                .withMessageContaining("film-arrives");
        Answer unknown = control.post("/control/scenarios/moon-landing", "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().getString("message")).contains("film-arrives");
    }

    @Test
    void peopleGetAndLoseTheirShares() throws Exception {
        control.post("/control/people", "{\"name\": \"frank\", \"share\": \"ACCEPTED\"}");

        assertThat(HOMELAB.world().people().named("frank").orElseThrow().share())
                .isEqualTo(Share.ACCEPTED);
        assertThat(control.post("/control/people", "{\"name\": \"nobody\", \"share\": \"NONE\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pinIsClaimedWithoutThePage() throws Exception {
        Pin pin = HOMELAB.world().pins().start("nest", "MediaNest", true);
        String body = "{\"code\": \"%s\", \"person\": \"ben\"}".formatted(pin.code());

        assertThat(control.post("/control/pins", body).status()).isEqualTo(200);

        assertThat(HOMELAB.world().pins().find(pin.id()).orElseThrow().authToken())
                .isEqualTo("ben-token");
        assertThat(control.post("/control/pins", body).status()).isEqualTo(400);
    }

    @Test
    void resetBringsTheHouseholdBack() throws Exception {
        HOMELAB.world().people().remove("ben");
        HOMELAB.world().library().grow(10);
        HOMELAB.faults().set(SystemName.TMDB, new Fault.Down());

        JsonObject state = control.post("/control/reset", "").json();

        assertThat(state.getJsonObject("faults")).isEmpty();
        assertThat(state.getJsonArray("people")).hasSize(8);
    }
}
