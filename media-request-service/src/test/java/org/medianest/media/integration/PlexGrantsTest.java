package org.medianest.media.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.medianest.media.testing.People.INTEGRATIONS;
import static org.medianest.media.testing.People.admin;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.plex.PlexGrant;
import org.medianest.commons.plex.PlexGrant.Address;
import org.medianest.commons.plex.PlexGrant.Reach;
import org.medianest.commons.secret.SecretBox;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class PlexGrantsTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final Instant LATER = Instant.now().plus(Duration.ofMinutes(30));

    @Inject
    SecretBox box;

    private final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());
    private final PaperPlex neighbour = new PaperPlex("machine-" + UUID.randomUUID());

    @BeforeEach
    void nothingIsConnected() {
        People.disconnect("plex");
    }

    @AfterEach
    void close() {
        People.disconnect("plex");
        plex.close();
        neighbour.close();
    }

    @Test
    void serverIsConnectedByTheNearestAddressThatLeadsToIt() {
        String grant = grant(
                LATER,
                new Address(URI.create(plex.url() + "/relay"), Reach.RELAY),
                new Address(NOBODY, Reach.LOCAL),
                new Address(URI.create(neighbour.url()), Reach.LOCAL),
                new Address(URI.create(plex.url()), Reach.REMOTE));

        ask("POST", "/plex/test", grant)
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("url", equalTo(plex.url()))
                .body("found.machineIdentifier", equalTo(plex.machine));
        ask("PUT", "/plex", grant)
                .statusCode(200)
                .body("url", equalTo(plex.url()))
                .body("secretSet", equalTo(true))
                .body(not(containsString(PaperPlex.TOKEN)));
    }

    @Test
    void keptTokenOpensTheServerAgain() {
        ask("PUT", "/plex", grant(LATER, new Address(URI.create(plex.url()), Reach.LOCAL)))
                .statusCode(200);

        admin().body(Map.of())
                .post(INTEGRATIONS + "/plex/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true));
    }

    @Test
    void serverThatCannotBeReachedIsSaidToBe() {
        String grant = grant(LATER, new Address(NOBODY, Reach.LOCAL), new Address(URI.create("ftp://a"), Reach.REMOTE));

        ask("POST", "/plex/test", grant)
                .statusCode(200)
                .body("ok", equalTo(false))
                .body("message", containsString("by any of the addresses that Plex knows"));
        ask("PUT", "/plex", grant).statusCode(422).body("code", equalTo("SYSTEM_UNUSABLE"));
    }

    @Test
    void grantThatIsOverOrOfSomebodyElseOpensNothing() {
        Address address = new Address(URI.create(plex.url()), Reach.LOCAL);
        String others =
                new PlexGrant(plex.machine, PaperPlex.TOKEN, List.of(address), LATER).seal(box, UUID.randomUUID());

        for (String grant : List.of(grant(Instant.now(), address), others, "made-up")) {
            ask("PUT", "/plex", grant).statusCode(400).body("code", equalTo("GRANT_OVER"));
        }
    }

    private String grant(Instant end, Address... addresses) {
        return new PlexGrant(plex.machine, PaperPlex.TOKEN, List.of(addresses), end).seal(box, People.adminId());
    }

    private static ValidatableResponse ask(String method, String path, String grant) {
        return admin().body(Map.of("grant", grant))
                .request(method, INTEGRATIONS + path)
                .then();
    }
}
