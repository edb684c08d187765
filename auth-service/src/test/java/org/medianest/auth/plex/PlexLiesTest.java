package org.medianest.auth.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class PlexLiesTest extends WithPlex {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"provides\":\"server\",\"clientIdentifier\":\"another\",\"owned\":true}]",
                "[{\"provides\":\"player\",\"clientIdentifier\":\"homelab-machine\"}]",
                "[{\"provides\":\"serverless\",\"clientIdentifier\":\"homelab-machine\"}]",
                "[{\"clientIdentifier\":\"homelab-machine\"}, null, 7]"
            })
    void otherThingsThanOurServerLetNobodyIn(String resources) {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        plexTv.lie("/api/v2/resources", 200, "application/json", resources);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), ben);

        browser.await("REFUSED");

        assertThat(cinema.accountsOf(ben)).isEmpty();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("a page", plexTv -> plexTv.lie("/api/v2/user", 200, "text/html", "<html>Sorry</html>")),
                lie("garbage", plexTv -> plexTv.suffer("/api/v2/resources", new Fault.Garbage())),
                lie("nothing", plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "")),
                lie(
                        "an id of another type",
                        plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "{\"id\":\"1 or 1\"}")),
                lie("an object for a list", plexTv -> plexTv.lie("/api/v2/resources", 200, "application/json", "{}")),
                lie(
                        "a token that breaks lines",
                        plexTv -> plexTv.lie(
                                "/api/v2/pins/",
                                200,
                                "application/json",
                                "{\"authToken\":\"a\\r\\nX-Plex-Token: b\"}")),
                lie(
                        "ten megabytes",
                        plexTv -> plexTv.lie(
                                "/api/v2/user",
                                200,
                                "application/json",
                                "{\"id\":1,\"x\":\"" + "x".repeat(10 << 20) + "\"}")),
                lie("deep JSON", plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "[".repeat(100_000))),
                lie("an error", plexTv -> plexTv.suffer("/api/v2/user", new Fault.Status(500))),
                lie("half an answer", plexTv -> plexTv.suffer("/api/v2/resources", new Fault.Truncated())),
                lie("hanging up", plexTv -> plexTv.suffer("/api/v2/user", new Fault.Dropped())),
                lie("texts for numbers", plexTv -> plexTv.suffer("/api/v2/user", new Fault.WrongTypes())),
                lie("nothing, and for long", plexTv -> plexTv.suffer("/api/v2/user", new Fault.HalfOpen())),
                lie("a refusal to answer more", plexTv -> plexTv.suffer("/api/v2/pins/", new Fault.Status(429))),
                lie(
                        "the way to another house",
                        plexTv -> plexTv.redirect("/api/v2/user", URI.create(plexTv.url() + "/elsewhere"))));
    }

    private static Arguments lie(String name, Consumer<LyingPlexTv> lie) {
        return Arguments.argumentSet(name, lie);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void nobodyComesInByALieOfPlexAndItIsForgottenAtOnce(Consumer<LyingPlexTv> lie) {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), ben);
        lie.accept(plexTv);

        Response away = browser.await("PLEX_AWAY");

        assertThat(away.cookies()).isEmpty();
        assertThat(away.<String>path("message")).startsWith("Plex does not answer as it should");
        assertThat(cinema.accountsOf(ben)).isEmpty();
        assertThat(plexTv.asked()).noneMatch(question -> question.target().startsWith("/elsewhere"));
        plexTv.recover();
        browser.await("SIGNED_IN");
    }

    @Test
    void signInDoesNotBeginWhilePlexIsAway() {
        plexTv.lie("/api/v2/pins", 503, "text/html", "<html>");

        PlexBrowser.tryToBegin("BROWSER", null, UUID.randomUUID().toString())
                .then()
                .statusCode(503)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("PLEX_AWAY"));
    }
}
