package org.medianest.homelab.plextv;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person.Share;

class PlexTvTest {
    private static final Homelab HOMELAB = Homelab.start();

    private final Calls nobody = Calls.to(HOMELAB.url(SystemName.PLEX_TV))
            .with("X-Plex-Client-Identifier", "nest", "Accept", "application/json");

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    private Calls as(String token) {
        return nobody.with("X-Plex-Token", token);
    }

    @Test
    void userIsTheOneOfTheToken() throws Exception {
        JsonObject ben = as("ben-token").get("/api/v2/user").json();

        assertThat(ben.getInteger("id")).isEqualTo(1002);
        assertThat(ben.getString("email")).isEqualTo("ben@example.org");
        assertThat(ben.getJsonObject("subscription").getString("status")).isEqualTo("Inactive");
        assertThat(ben.getJsonArray("entitlements")).isEmpty();
        assertThat(ben.getBoolean("restricted")).isFalse();
        assertThat(nobody.get("/api/v2/user?X-Plex-Token=ben-token").status()).isEqualTo(200);
    }

    @Test
    void managedUserHasNeitherNameNorMail() throws Exception {
        JsonObject dev = as("dev-token").get("/api/v2/user").json();

        assertThat(dev.getString("username")).isEmpty();
        assertThat(dev.getString("title")).isEqualTo("Dev");
        assertThat(dev.containsKey("email")).isFalse();
        assertThat(dev.getBoolean("home")).isTrue();
        assertThat(dev.getBoolean("restricted")).isTrue();
    }

    @Test
    void unknownTokenIsCode1001() throws Exception {
        Answer answer = as("wrong").get("/api/v2/user");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().encode())
                .isEqualTo(
                        "{\"errors\":[{\"code\":1001,\"message\":\"User could not be authenticated\",\"status\":401}]}");
    }

    @Test
    void revokedAndSignedOutTokensOpenNothing() throws Exception {
        HOMELAB.world().people().renewToken("ben");
        Answer signedOut = as("carla-token").call("DELETE", "/api/v2/users/signout", "");

        assertThat(signedOut.status()).isEqualTo(204);
        assertThat(as("ben-token").get("/api/v2/user").status()).isEqualTo(401);
        assertThat(as("carla-token").get("/api/v2/ping").status()).isEqualTo(401);
    }

    @Test
    void expiredTokenIsSaidToBeSoUntilSomebodySignsInAgain() throws Exception {
        HOMELAB.play("token-expired");

        assertThat(as("ben-token").get("/api/v2/user").status()).isEqualTo(498);
        assertThat(Calls.to(HOMELAB.url(SystemName.PLEX))
                        .get("/library/sections?X-Plex-Token=server-ben-token")
                        .status())
                .isEqualTo(498);
        assertThat(as("ben-token-renewed").get("/api/v2/user").status()).isEqualTo(200);
    }

    @Test
    void otherFailuresAreNo401() throws Exception {
        HOMELAB.faults().set(SystemName.PLEX_TV, new Fault.Status(503));

        assertThat(as("ben-token").get("/api/v2/user").status()).isEqualTo(503);
    }

    @Test
    void pingAnswersInBothFormats() throws Exception {
        Calls xml = Calls.to(HOMELAB.url(SystemName.PLEX_TV))
                .with("X-Plex-Client-Identifier", "nest", "X-Plex-Token", "ben-token");

        assertThat(xml.get("/api/v2/ping").body()).contains("<pong/>");
        assertThat(as("ben-token").get("/api/v2/ping").json().getBoolean("pong"))
                .isTrue();
    }

    @Test
    void resourcesShowTheServerToThoseWhoHaveAShare() throws Exception {
        for (String name : new String[] {"olga", "ben", "carla", "dev", "eva"}) {
            JsonObject server = server(name);

            assertThat(server.getString("clientIdentifier")).isEqualTo("homelab-machine");
            assertThat(server.getString("provides")).isEqualTo("server");
            assertThat(server.getBoolean("owned")).isEqualTo(name.equals("olga"));
            assertThat(server.getJsonArray("connections").getJsonObject(0).getString("uri"))
                    .isEqualTo(HOMELAB.url(SystemName.PLEX).toString());
            assertThat(Calls.to(HOMELAB.url(SystemName.PLEX))
                            .get("/library/sections?X-Plex-Token=" + server.getString("accessToken"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void resourcesShowItToNobodyElse() throws Exception {
        assertThat(resources("pending-pia").encode()).doesNotContain("homelab-machine");
        assertThat(resources("frank")).hasSize(1);
        assertThat(server("stranger-sam").getString("clientIdentifier")).isEqualTo("another-machine");
    }

    @Test
    void shareThatIsTakenAwayIsGone() throws Exception {
        HOMELAB.world().people().share("ben", Share.NONE);

        assertThat(resources("ben").encode()).doesNotContain("homelab-machine");
        assertThat(as(Keys.PLEX_OWNER).get("/api/users").body()).doesNotContain("\"ben\"");
        assertThat(Calls.to(HOMELAB.url(SystemName.PLEX))
                        .get("/library/sections?X-Plex-Token=server-ben-token")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void usersAreTheOwnersFriendsWithoutTheOwner() throws Exception {
        Answer users = as(Keys.PLEX_OWNER).get("/api/users");

        assertThat(users.xml("count(//User)")).isEqualTo("6");
        assertThat(users.xml("count(//User[@id='1001' or @id='1008'])")).isEqualTo("0");
        assertThat(users.xml("//User[@title='Dev']/@username")).isEmpty();
        assertThat(users.xml("//User[@title='Dev']/@email")).isEmpty();
        assertThat(users.xml("//User[@title='Dev']/@home")).isEqualTo("1");
        assertThat(users.xml("//User[@username='pending-pia']/Server/@pending")).isEqualTo("1");
        assertThat(users.xml("//User[@username='stranger-sam']/Server/@machineIdentifier"))
                .isEqualTo("another-machine");
        assertThat(users.xml("//User[@username='ben']/Server/@machineIdentifier"))
                .isEqualTo("homelab-machine");
        assertThat(as("ben-token").get("/api/users").xml("count(//User)")).isEqualTo("0");
    }

    @Test
    void legacyAccountIsBelowUserInJsonAndInAttributesInXml() throws Exception {
        JsonObject json = as("eva-token").get("/users/account.json").json().getJsonObject("user");
        Answer xml = as("eva-token").get("/users/account.xml");

        assertThat(json.getString("username")).isEqualTo("eva");
        assertThat(json.getString("authToken")).isEqualTo("eva-token");
        assertThat(xml.xml("/user/@email")).isEqualTo("eva@example.org");
    }

    @Test
    void ownerSeesAndMakesShares() throws Exception {
        String path = "/api/servers/homelab-machine/shared_servers";

        assertThat(as(Keys.PLEX_OWNER).get(path).xml("//SharedServer[@username='ben']/@userID"))
                .isEqualTo("1002");
        Answer invited = as(Keys.PLEX_OWNER)
                .post(
                        path,
                        "{\"server_id\": \"homelab-machine\", \"shared_server\": {\"invited_email\": \"frank@example.org\"}}");

        assertThat(invited.status()).isEqualTo(200);
        assertThat(HOMELAB.world().people().named("frank").orElseThrow().share())
                .isEqualTo(Share.PENDING);
        assertThat(as(Keys.PLEX_OWNER)
                        .get("/api/servers/nowhere/shared_servers")
                        .status())
                .isEqualTo(404);
        assertThat(as("ben-token").get(path).status()).isEqualTo(404);
    }

    @Test
    void watchlistIsPagedAndKnowsWhetherItHasChanged() throws Exception {
        String path = "/library/sections/watchlist/all?X-Plex-Container-Start=1&X-Plex-Container-Size=1";
        Answer page = as("ben-token").get(path);
        JsonObject container = page.json().getJsonObject("MediaContainer");

        assertThat(container.getInteger("totalSize")).isEqualTo(3);
        assertThat(container.getJsonArray("Metadata")).hasSize(1);
        Calls again = as("ben-token").with("If-None-Match", page.header("ETag"));
        assertThat(again.get(path).status()).isEqualTo(304);
        HOMELAB.world().watchlists().add("ben", TitleKey.movie(19));
        assertThat(again.get(path).status()).isEqualTo(200);
    }

    @Test
    void watchlistedTitleHasForeignGuids() throws Exception {
        JsonObject first = as("carla-token")
                .get("/library/sections/watchlist/all")
                .json()
                .getJsonObject("MediaContainer")
                .getJsonArray("Metadata")
                .getJsonObject(0);

        JsonObject details = as("carla-token")
                .get("/library/metadata/" + first.getString("ratingKey"))
                .json()
                .getJsonObject("MediaContainer")
                .getJsonArray("Metadata")
                .getJsonObject(0);

        assertThat(details.getJsonArray("Guid").encode()).contains("tmdb://9000001");
        assertThat(details.getString("guid")).startsWith("plex://movie/");
    }

    private JsonArray resources(String name) throws Exception {
        String token = HOMELAB.world().people().named(name).orElseThrow().token();
        return as(token).get("/api/v2/resources?includeHttps=1").jsonArray();
    }

    private JsonObject server(String name) throws Exception {
        return resources(name).getJsonObject(0);
    }
}
