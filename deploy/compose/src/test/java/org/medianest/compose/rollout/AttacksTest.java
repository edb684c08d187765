package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medianest.compose.nginx.RawHttp.Answer;
import org.medianest.compose.rollout.Besieged.Way;
import org.medianest.local.place.Part;

/** What those try who speak HTTP by hand, on the whole house: through nginx, and straight at the gateway, should somebody get that far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {
    /** Each needs a permission of its own service. */
    private static final List<String> PROTECTED = List.of(
            "/api/v1/users",
            "/api/v1/users/audit",
            "/api/v1/events/dead-letters",
            "/api/v1/media/integrations",
            "/api/v1/media/library",
            "/api/v1/downloads/library/report",
            "/api/v1/status/sources/uptime-kuma");

    private Besieged house;
    private String admin;
    private String guest;

    /** @param folder with the logs of the services, which are wanted when it fails */
    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws IOException, InterruptedException, SQLException {
        house = new Besieged(folder);
        admin = house.moveIn();
        guest = house.guest();
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void noSpellingOfAProtectedPathLetsAnybodyIn(Way way) throws IOException {
        for (String path : PROTECTED) {
            assertThat(house.get(way, path, "Cookie: " + admin).status())
                    .as(path)
                    .isEqualTo(200);
            for (String spelling : spellings(path).toList()) {
                assertThat(house.get(way, spelling).status()).as(spelling).isIn(400, 401, 404);
                assertThat(house.get(way, spelling, "Cookie: " + guest).status())
                        .as(spelling)
                        .isIn(400, 403, 404);
            }
        }
    }

    private static Stream<String> spellings(String path) {
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        String last = path.substring(slash + 1);
        return Stream.of(
                path,
                path + ";x",
                path + "%3Bx",
                parent + ";x/" + last,
                parent + "%2F" + last,
                parent + "%5C" + last,
                parent + "//" + last,
                "/" + path,
                parent + "/./" + last,
                parent + "/x/../" + last,
                parent + "/x/%2e%2e/" + last,
                parent + "/%" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                parent + "/" + last.toUpperCase(Locale.ROOT),
                path + "/",
                path + "%00",
                path + "%c0%af");
    }

    @ParameterizedTest
    @EnumSource
    void whatACallerSaysOfItselfChangesNothing(Way way) throws IOException {
        String[] claims = {
            "X-User: bench",
            "X-User-Id: " + UUID.randomUUID(),
            "X-Session: " + admin,
            "X-Original-URL: /api/v1/auth/providers",
            "X-HTTP-Method-Override: DELETE",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."
        };

        for (String path : PROTECTED) {
            assertThat(house.get(way, path, claims).status()).as(path).isEqualTo(401);
            assertThat(house.get(way, path, Besieged.with(claims, "Cookie: " + guest))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(house.get(way, "/api/v1/auth/me", Besieged.with(claims, "Cookie: " + guest))
                        .body())
                .contains("\"guest\"");
        assertThat(house.get(way, "/api/v1/auth/me", "Authorization: Bearer " + "x".repeat(1 << 20))
                        .status())
                .isIn(400, 431);
    }

    @ParameterizedTest
    @EnumSource
    void ofSessionsOnlyAWholeLivingOneCounts(Way way) throws IOException {
        String brief = house.guest();
        assertThat(house.me(way, "Cookie: " + brief)).isEqualTo(200);

        assertThat(house.me(way, "Cookie: " + brief + "A")).isEqualTo(401);
        assertThat(house.me(way, "Cookie: " + brief.substring(0, brief.length() - 1)))
                .isEqualTo(401);
        assertThat(house.me(way, "Cookie: " + brief, "Cookie: " + guest)).isEqualTo(401);
        assertThat(house.get(way, "/api/v1/auth/me?" + brief + "&token=x").status())
                .isEqualTo(401);
        assertThat(house.send(
                                way,
                                "DELETE",
                                "/api/v1/auth/sessions/current",
                                "",
                                "Cookie: " + brief,
                                "Origin: http://" + house.host())
                        .status())
                .isEqualTo(204);
        assertThat(house.me(way, "Cookie: " + brief)).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void otherSitesChangeNothing(Way way) throws IOException {
        for (String from : List.of(
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: null",
                "Origin: http://evil.example",
                "X-From: nowhere")) {
            Answer refused = house.send(way, "DELETE", "/api/v1/auth/sessions/current", "", from, "Cookie: " + guest);

            assertThat(refused.status()).as(from).isEqualTo(403);
            assertThat(refused.body()).contains("CROSS_SITE");
        }
        assertThat(house.me(way, "Cookie: " + guest)).isEqualTo(200);
        for (String path : List.of("/api/v1/requests", "/api/v1/downloads", "/api/v1/auth/sessions")) {
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
                assertThat(house.post(way, path, "{}", "Content-Type: " + type).status())
                        .as(path + " " + type)
                        .isEqualTo(415);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void feedIsForOurOwnPagesWithASession(Way way) throws IOException {
        String ours = "Origin: http://" + house.host() + "\r\n";
        String cookie = "Cookie: " + guest + "\r\n";

        assertThat(house.handshake(way, "/ws/v1/events", ours + cookie)).startsWith("HTTP/1.1 101 ");
        assertThat(house.handshake(way, "/ws/v1/events", cookie)).startsWith("HTTP/1.1 403 ");
        assertThat(house.handshake(way, "/ws/v1/events", "Origin: http://evil.example\r\n" + cookie))
                .startsWith("HTTP/1.1 403 ");
        assertThat(house.handshake(way, "/ws/v1/events", ours)).startsWith("HTTP/1.1 401 ");
        assertThat(house.handshake(way, "/ws/v1/events?" + guest, ours)).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @EnumSource
    void whoSignsOutIsNotToldAnyMore(Way way) throws IOException {
        String brief = house.guest();
        try (Socket socket = house.connect(way)) {
            String begin = house.handshake(
                    socket, "/ws/v1/events", "Origin: http://" + house.host() + "\r\nCookie: " + brief + "\r\n");
            assertThat(begin).startsWith("HTTP/1.1 101 ");
            house.send(
                    way,
                    "DELETE",
                    "/api/v1/auth/sessions/current",
                    "",
                    "Cookie: " + brief,
                    "Origin: http://" + house.host());
            Instant out = Instant.now();

            Besieged.awaitClose(socket);

            assertThat(Duration.between(out, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodiesSayNothingThatIsNotTheirs(Way way) throws IOException, SQLException {
        String film = "{\"type\":\"MOVIE\",\"tmdbId\":603,%s}";
        for (String more : List.of("\"state\":\"APPROVED\"", "\"requester\":\"x\"", "\"id\":\"x\"")) {
            assertThat(house.post(way, "/api/v1/requests", film.formatted(more)).body())
                    .as(more)
                    .contains("UNKNOWN_FIELD");
        }
        for (String link : List.of(
                "file:///etc/passwd",
                "ytsearch:cats",
                "--exec=id",
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/",
                "http://redis/",
                "http://postgres:80/")) {
            assertThat(house.post(way, "/api/v1/downloads", "{\"url\":\"" + link + "\",\"quality\":\"BEST\"}")
                            .status())
                    .as(link)
                    .isEqualTo(400);
        }
        assertThat(house.nest()
                        .tables()
                        .count("select (select count(*) from media.request) + (select count(*) from downloads.job)"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void doorsThatAreClosedStayClosed(Way way) throws IOException {
        for (String path : List.of("/api/v1/requests/", "/api/v1/downloads/", "/api/v1/users/")) {
            assertThat(house.get(way, path + UUID.randomUUID(), "Cookie: " + admin)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(house.post(way, "/api/v1/auth/plex", "{\"authToken\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(house.post(
                                way,
                                "/api/v1/auth/setup",
                                "{\"code\":\"0000-0000\",\"username\":\"eve\",\"password\":\"correct horse battery\"}")
                        .status())
                .isEqualTo(404);
        assertThat(house.post(way, "/internal/v1/tokens", "", "X-Session: " + admin)
                        .status())
                .isIn(404, 405);
    }

    /** Whoever stands in the house already, but has no token. */
    @Test
    void servicesBelieveNobodyWithoutAToken() throws IOException {
        Map<Part, String> asked = Map.of(
                Part.AUTH, "/api/v1/users",
                Part.MEDIA, "/api/v1/requests",
                Part.DOWNLOADS, "/api/v1/downloads");
        for (Map.Entry<Part, String> one : asked.entrySet()) {
            assertThat(house.service(one.getKey())
                            .get(one.getValue(), "X-User: bench", "X-Session: " + admin, "Cookie: " + admin)
                            .status())
                    .as(one.getValue())
                    .isEqualTo(401);
        }
    }
}
