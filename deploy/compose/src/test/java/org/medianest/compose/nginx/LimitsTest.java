package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.nginx.RawHttp.Answer;

/** How much one address may ask. What comes back to a bucket while the test runs is reckoned with. */
class LimitsTest {
    private static final String SESSION = "Cookie: theme=dark; __Host-medianest=" + "A".repeat(43);

    @TempDir
    Path temporary;

    private Edge edge;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        edge = Edge.tls(temporary, Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        edge.close();
    }

    @Test
    void the101stRequestInAMinuteIsTooMany() throws IOException {
        Spree spree = ask(130, "GET", "/api/v1/auth/me");

        spree.assertRefusedAfter(100, Duration.ofMillis(600));
        Problems.assertProblem(spree.refusal(), 429, "RATE_LIMITED");
        assertThat(spree.refusal().header("Retry-After")).contains("1");
    }

    @Test
    void householdWithASessionHasTwelveTimesAsMuch() throws IOException {
        ask(1400, "GET", "/api/v1/downloads", SESSION).assertRefusedAfter(1200, Duration.ofMillis(50));
    }

    @Test
    void cookieThatCannotBeASessionGivesNothing() throws IOException {
        ask(130, "GET", "/api/v1/auth/me", "Cookie: x-medianest=" + "A".repeat(43) + "; medianest=1")
                .assertRefusedAfter(100, Duration.ofMillis(600));
    }

    @Test
    void attemptsToSignInAreTwentyAMinuteWithASessionOrWithout() throws IOException {
        Spree spree = ask(30, "POST", "/api/v1/auth/sessions", SESSION);

        spree.assertRefusedAfter(20, Duration.ofSeconds(3));
        assertThat(spree.refusal().header("Retry-After")).contains("3");
        assertThat(edge.https().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void whoHasUsedUpTheDataStillSeesPagesAndPicturesAndTheFeed() throws IOException {
        ask(130, "GET", "/api/v1/auth/me");

        assertThat(edge.https().get("/").status()).isEqualTo(200);
        assertThat(edge.https().get("/ws/v1/events").status()).isEqualTo(200);
        assertThat(edge.https()
                        .get("/api/v1/media/images/tmdb/w342/x.jpg", SESSION)
                        .status())
                .isEqualTo(200);
        assertThat(edge.https().get("/api/v1/downloads/1/file", SESSION).status())
                .isEqualTo(200);
    }

    @Test
    void addressesAreCountedApart() throws IOException {
        ask(130, "GET", "/api/v1/auth/me", "X-Forwarded-For: 192.0.2.1");

        assertThat(edge.https()
                        .get("/api/v1/auth/me", "X-Forwarded-For: 192.0.2.2")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ipv6AddressesOfOneHouseholdAreCountedTogether() throws IOException {
        ask(130, "GET", "/api/v1/auth/me", "X-Forwarded-For: 2001:db8:1:2::5");
        ask(130, "GET", "/api/v1/auth/me", "X-Forwarded-For: 2001:db8::5");

        assertThat(statusFor("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo(429);
        assertThat(statusFor("2001:db8:1:3::5")).isEqualTo(200);
        assertThat(statusFor("2001:db8::6")).isEqualTo(429);
        assertThat(statusFor("::ffff:192.0.2.9")).isEqualTo(200);
    }

    @Test
    void addressHoldsFortyEightFeedsAtOnce() throws IOException {
        Deque<Socket> feeds = new ArrayDeque<>();
        try {
            for (int i = 0; i < 48; i++) {
                feeds.add(openFeed());
            }
            Problems.assertProblem(edge.https().get("/ws/v1/events"), 429, "RATE_LIMITED");
            assertThat(edge.https().get("/").status()).isEqualTo(200);
        } finally {
            for (Socket feed : feeds) {
                feed.close();
            }
        }
    }

    private int statusFor(String address) throws IOException {
        return edge.https()
                .get("/api/v1/auth/me", "X-Forwarded-For: " + address)
                .status();
    }

    private Socket openFeed() throws IOException {
        Socket socket = edge.https().connect();
        OutputStream out = socket.getOutputStream();
        out.write("""
                GET /ws/v1/events HTTP/1.1\r
                Host: nest.example\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        assertThat(RawHttp.head(socket.getInputStream())).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    private Spree ask(int times, String method, String target, String... headers) throws IOException {
        long start = System.nanoTime();
        List<Answer> answers = edge.https().repeat(times, method, target, headers);
        return new Spree(answers, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Many requests, as fast as they are answered. */
    private record Spree(List<Answer> answers, Duration took) {
        void assertRefusedAfter(int allowed, Duration comesBackEvery) {
            long cameBack = took.dividedBy(comesBackEvery) + 1;
            assertThat(answers.subList(0, allowed)).allMatch(answer -> answer.status() == 200);
            assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
                    .isLessThanOrEqualTo(allowed + cameBack);
            assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 429);
        }

        Answer refusal() {
            return answers.stream()
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
