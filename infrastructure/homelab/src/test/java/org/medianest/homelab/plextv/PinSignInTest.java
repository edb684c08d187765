package org.medianest.homelab.plextv;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.system.SystemName;

class PinSignInTest {
    private static final Homelab HOMELAB = Homelab.start();

    private final Calls nobody = Calls.to(HOMELAB.url(SystemName.PLEX_TV));
    private final Calls xml = nobody.with("X-Plex-Client-Identifier", "nest", "X-Plex-Product", "MediaNest");
    private final Calls nest = xml.with("Accept", "application/json");

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void strongPinHasALongCodeAndHalfAnHour() throws Exception {
        Answer answer = nest.post("/api/v2/pins?strong=true", "");

        JsonObject pin = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(pin.getString("code")).hasSize(25);
        assertThat(pin.getInteger("expiresIn")).isBetween(1790, 1800);
        assertThat(pin.getString("product")).isEqualTo("MediaNest");
        assertThat(pin.getBoolean("trusted")).isFalse();
        assertThat(pin.getString("clientIdentifier")).isEqualTo("nest");
        assertThat(pin.getJsonObject("location").getString("time_zone")).isEqualTo("Europe/Amsterdam");
        assertThat(pin.fieldNames()).contains("qr", "createdAt", "authToken", "newRegistration");
        assertThat(pin.getValue("authToken")).isNull();
        assertThat(Duration.between(
                        Instant.parse(pin.getString("createdAt")), Instant.parse(pin.getString("expiresAt"))))
                .isEqualTo(Duration.ofSeconds(1800));
    }

    @Test
    void linkCodeHasFourLettersAndAQuarterOfAnHour() throws Exception {
        JsonObject pin = nest.post("/api/v2/pins", "").json();

        assertThat(pin.getString("code")).matches("[A-Z0-9]{4}");
        assertThat(pin.getInteger("expiresIn")).isBetween(890, 900);
    }

    @Test
    void pinIsXmlUnlessJsonIsAskedFor() throws Exception {
        Answer answer = xml.post("/api/v2/pins?strong=true", "");

        assertThat(answer.xml("/pin/@code")).hasSize(25);
        assertThat(answer.xml("/pin/@authToken")).isEmpty();
        assertThat(answer.xml("/pin/location/@country")).isEqualTo("Netherlands");
    }

    @Test
    void clientIdentifierIsNeeded() throws Exception {
        Answer answer = nobody.with("Accept", "application/json").post("/api/v2/pins?strong=true", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().encode())
                .isEqualTo(
                        "{\"errors\":[{\"code\":1000,\"message\":\"X-Plex-Client-Identifier is missing\",\"status\":400}]}");
    }

    @Test
    void claimedPinHasTheTokenOfThePerson() throws Exception {
        JsonObject pin = nest.post("/api/v2/pins?strong=true", "").json();
        String path = "/api/v2/pins/" + pin.getInteger("id");
        assertThat(nest.get(path).json().getValue("authToken")).isNull();

        Answer claim = claim(pin.getString("code"), "nest", "ben");

        assertThat(claim.status()).isEqualTo(200);
        String token = nest.get(path).json().getString("authToken");
        assertThat(nest.with("X-Plex-Token", token).get("/api/v2/user").json().getString("username"))
                .isEqualTo("ben");
        assertThat(claim(pin.getString("code"), "nest", "carla").status()).isEqualTo(404);
    }

    @Test
    void pinIsThereForItsClientOnly() throws Exception {
        JsonObject pin = nest.post("/api/v2/pins?strong=true", "").json();
        Calls other = nobody.with("X-Plex-Client-Identifier", "other", "Accept", "application/json");

        Answer answer = other.get("/api/v2/pins/" + pin.getInteger("id"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getJsonArray("errors")).hasSize(1);
        assertThat(claim(pin.getString("code"), "other", "ben").status()).isEqualTo(404);
    }

    @Test
    void pinExpires() throws Exception {
        JsonObject pin = nest.post("/api/v2/pins?strong=true", "").json();
        HOMELAB.clock().advance(Duration.ofSeconds(1801));

        assertThat(nest.get("/api/v2/pins/" + pin.getInteger("id")).status()).isEqualTo(404);
        assertThat(claim(pin.getString("code"), "nest", "ben").status()).isEqualTo(404);
    }

    @Test
    void linkCodeIsClaimedInAnyCaseAndWithoutTheClient() throws Exception {
        JsonObject pin = nest.post("/api/v2/pins", "").json();

        assertThat(claim(pin.getString("code").toLowerCase(Locale.ROOT), "", "carla")
                        .status())
                .isEqualTo(200);
        assertThat(HOMELAB.world().pins().find(pin.getLong("id")).orElseThrow().authToken())
                .isEqualTo("carla-token");
    }

    @Test
    void pagesOfferTheHousehold() throws Exception {
        String authorise = nobody.get("/auth").body();
        String link = nobody.get("/link").body();

        assertThat(authorise).contains("data-person=\"olga\"", "data-person=\"dev\"", "data-person=\"frank\"");
        assertThat(authorise).doesNotContain("{{", "<input");
        assertThat(link).contains("<input id=\"code\"", "data-person=\"ben\"");
    }

    private Answer claim(String code, String client, String person) throws Exception {
        return nobody.post(
                "/auth/claim",
                new JsonObject()
                        .put("code", code)
                        .put("clientID", client)
                        .put("person", person)
                        .encode());
    }
}
