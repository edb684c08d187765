package org.medianest.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Repository;

/** The house in containers, started, used, replaced and put back by the commands that its operator types. */
@EnabledIfSystemProperty(
        named = "medianest.containers",
        matches = "true",
        disabledReason = "it takes minutes: ./medianest test --all")
class ContainersTest {
    private static final List<String> STAYING = Stream.concat(
                    ComposeFiles.OURS.stream(), Stream.of("nginx", "postgres", "redis", "backup"))
            .toList();
    private static final Path WORK = Repository.file("deploy/compose/target/containers");
    private static final String PASSWORD = "a house in containers";

    private static Engine engine;
    private static Images images;
    private static House house;

    @BeforeAll
    static void build() throws Exception {
        engine = Engine.start(WORK);
        images = new Images(engine, WORK.resolve("images"));
        images.build("1.0.0");
        house = new House(engine, WORK.resolve("house"), "1.0.0");
        up();
        setUp();
    }

    /** What the containers have said stays in target/containers/house.log. */
    @AfterAll
    static void tearDown() throws Exception {
        try (Engine stopped = engine) {
            if (house != null) {
                Files.writeString(WORK.resolve("house.log"), house.compose("logs", "--no-color"));
                house.compose("down", "--volumes", "--timeout", "40");
            }
        }
    }

    @BeforeEach
    void everythingIsWell() throws Exception {
        up();
    }

    private static void up() throws IOException, InterruptedException {
        house.compose("up", "--detach", "--wait", "--wait-timeout", "300");
    }

    private static void setUp() throws IOException, InterruptedException {
        String code = house.inside("auth-service", "cat", "/run/medianest/setup-code")
                .output()
                .strip();
        assertThat(post(
                        "/api/v1/auth/setup",
                        "{\"code\":\"%s\",\"username\":\"admin\",\"password\":\"%s\"}".formatted(code, PASSWORD)))
                .contains("HTTP/2 201", "\"users:manage\"");
    }

    @Test
    void aStrangerFindsItWellAndAnAdminSignsIn() throws Exception {
        Outcome smoke = house.script(
                "env",
                "MEDIANEST_SMOKE_CONNECT=" + house.address().replaceFirst(".*:", "127.0.0.1:"),
                "./smoke",
                house.address(),
                "--insecure");

        assertThat(smoke.output()).doesNotContain("NOT well");
        assertThat(smoke.code()).isZero();
        assertThat(signIn()).contains("HTTP/2 20", "__Host-medianest=");
    }

    @Test
    void nobodyInsideMayDoMoreThanItsWork() throws Exception {
        for (String service : STAYING) {
            assertThat(house.inspect(
                            service, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.Privileged}}"))
                    .as(service)
                    .matches("[1-9]\\d*:[1-9]\\d* true false");
            assertThat(house.inside(service, "cat", "/proc/1/status").output())
                    .as(service)
                    .contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1");
            assertThat(house.inside(service, "touch", "/there").output())
                    .as(service)
                    .contains("Read-only file system");
        }
    }

    /** The others wait for somebody who is not there. */
    @ParameterizedTest
    @CsvSource({
        "nginx,                 gateway-service, 8080, true",
        "nginx,                 auth-service,    8081, false",
        "nginx,                 postgres,        5432, false",
        "nginx,                 redis,           6379, false",
        "gateway-service,       auth-service,    8081, true",
        "download-service,      postgres,        5432, true",
        "download-service,      redis,           6379, true",
        "download-service,      nginx,           8089, false",
        "postgres,              auth-service,    8081, true",
        "backup,                gateway-service, 8080, true",
    })
    void networksLeadWhereTheyMust(String from, String to, String port, boolean leads) throws Exception {
        Outcome attempt = house.inside(from, "timeout", "5", "bash", "-c", "exec 3<>/dev/tcp/" + to + "/" + port);

        assertThat(attempt.code() == 0).as(attempt.output()).isEqualTo(leads);
    }

    @Test
    void whatDownloadsWriteNginxMayReadAndNobodyElseChange() throws Exception {
        assertThat(house.inside("download-service", "sh", "-c", "umask 027; echo film >/media/film")
                        .code())
                .isZero();

        assertThat(house.inside("nginx", "cat", "/media/film").output()).isEqualTo("film\n");
        assertThat(house.inside("nginx", "rm", "/media/film").code()).isNotZero();
        assertThat(house.inside("backup", "rm", "/media/film").code()).isNotZero();
        assertThat(house.inside("download-service", "rm", "/media/film").code()).isZero();
    }

    /** As when the machine goes down: everything is told at once. */
    @Test
    void eachServiceEndsInTimeAlthoughPostgresAndRedisAreGone() throws Exception {
        house.compose("stop", "postgres", "redis");

        house.compose(
                Stream.concat(Stream.of("stop"), ComposeFiles.OURS.stream()).toArray(String[]::new));

        for (String service : ComposeFiles.OURS) {
            assertThat(house.inspect(service, "{{.State.ExitCode}}"))
                    .as(service + ": 143 is told to end, 137 is killed")
                    .isEqualTo("143");
        }
    }

    @Test
    void anUpdateReplacesTheServicesWithoutAFailedRequest() throws Exception {
        String next = house.version() + ".1";
        images.tagAll(house.version(), next);
        String cookie = signIn().replaceFirst("(?s).*(__Host-medianest=[^;]*).*", "$1");
        List<String> answers = new ArrayList<>();
        Update update = new Update(house, next);
        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofMinutes(5))
                .until(() -> {
                    answers.add(house.ask("/api/v1/auth/me", "--cookie", cookie));
                    return update.hasSaid("gateway-service is " + next + ".");
                });

        assertThat(update.end()).isZero();
        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/2 200"));
        assertThat(house.version()).isEqualTo(next);
        assertThat(running()).allMatch(image -> image.endsWith(":" + next));
        assertThat(signIn()).startsWith("HTTP/2 20");
    }

    @Test
    void aVersionThatIsNotHealthyLeavesEverythingAsItWas() throws Exception {
        String version = house.version();
        images.tagAll(version, "9.0.0");
        images.makeSick("auth-service", "9.0.0");
        List<String> before = running();

        Outcome update = house.script("./update", "9.0.0");

        assertThat(update.code()).isEqualTo(1);
        assertThat(update.output())
                .contains("download-service is 9.0.0.", "auth-service 9.0.0 does not become healthy.")
                .contains("download-service is " + version + ".", "MediaNest is " + version + " as before");
        assertThat(house.version()).isEqualTo(version);
        assertThat(running()).isEqualTo(before);
        assertThat(signIn()).startsWith("HTTP/2 20");
    }

    @Test
    void whatWasBackedUpComesBack() throws Exception {
        assertThat(house.script("./backup").code()).isZero();
        String moment = sql("select date_trunc('second', now()) + interval '1 second'");
        sql("select pg_sleep_until('" + moment + "'::timestamptz + interval '1 second')");
        assertThat(sql("drop schema auth cascade")).contains("DROP SCHEMA");
        assertThat(signIn()).doesNotContain("HTTP/2 20");

        Outcome restore = house.script("./restore", "--yes", "--time", moment);

        assertThat(restore.code()).as(restore.output()).isZero();
        up();
        assertThat(signIn()).startsWith("HTTP/2 20");
        assertThat(house.script("./restore", "--keep").code()).isZero();
    }

    /** The images of the services. */
    private static List<String> running() throws IOException, InterruptedException {
        List<String> images = new ArrayList<>();
        for (String service : ComposeFiles.OURS) {
            images.add(house.inspect(service, "{{.Config.Image}}"));
        }
        return images;
    }

    private static String sql(String statement) throws IOException, InterruptedException {
        String psql =
                "PGPASSWORD=$(cat /run/secrets/postgres_admin) psql -h 127.0.0.1 -U postgres -d medianest -At -c \"$0\"";
        return house.inside("postgres", "sh", "-c", psql, statement).output().strip();
    }

    private static String signIn() throws IOException, InterruptedException {
        return post("/api/v1/auth/sessions", "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD));
    }

    private static String post(String path, String body) throws IOException, InterruptedException {
        return house.ask(path, "--header", "Origin: " + house.address(), "--json", body);
    }
}
