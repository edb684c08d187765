package org.medianest.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Repository;

/** The house in containers, started, used, replaced and put back by the commands that its operator types. */
@EnabledIfSystemProperty(
        named = "medianest.containers",
        matches = "true",
        disabledReason = "it takes minutes: ./medianest test --all")
class ContainersTest {
    private static final List<String> OURS =
            List.of("gateway-service", "auth-service", "media-request-service", "download-service");
    private static final List<String> STAYING = List.of(
            "nginx",
            "gateway-service",
            "auth-service",
            "media-request-service",
            "download-service",
            "postgres",
            "redis",
            "backup");
    private static final String PASSWORD = "a house in containers";

    private static Engine engine;
    private static Images images;
    private static House house;

    @BeforeAll
    static void build() throws Exception {
        Path work = Repository.file("deploy/compose/target/containers");
        engine = Engine.start(work);
        images = new Images(engine, work.resolve("images"));
        images.build("1.0.0");
        house = new House(engine, work.resolve("house"), "1.0.0");
        up();
        setUp();
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (house != null) {
            house.compose("logs", "--no-color");
            house.compose("down", "--volumes", "--timeout", "40");
        }
        if (engine != null) {
            engine.close();
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

        house.compose("stop", OURS.get(0), OURS.get(1), OURS.get(2), OURS.get(3));

        for (String service : OURS) {
            assertThat(house.inspect(service, "{{.State.ExitCode}}"))
                    .as(service + ": 143 is told to end, 137 is killed")
                    .isEqualTo("143");
        }
    }

    @Test
    void anUpdateReplacesTheServicesWithoutAFailedRequest() throws Exception {
        String next = house.version() + ".1";
        images.tag(
                house.version(),
                next,
                List.of(
                        "nginx",
                        "gateway-service",
                        "auth-service",
                        "media-request-service",
                        "download-service",
                        "postgres",
                        "redis"));
        List<String> answers = new ArrayList<>();
        Update update = new Update(house, next);
        while (!update.hasSaid("gateway-service is " + next + ".")) {
            answers.add(house.ask("/api/v1/auth/setup"));
        }

        assertThat(update.end()).isZero();
        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/2 200"));
        assertThat(house.version()).isEqualTo(next);
        for (String service : OURS) {
            assertThat(house.inspect(service, "{{.Config.Image}}")).isEqualTo(Images.image(service, next));
        }
        assertThat(signIn()).startsWith("HTTP/2 20");
    }

    /** Its auth-service is a Redis, which asks for its own secrets in vain. */
    @Test
    void aVersionThatDoesNotStartLeavesEverythingAsItWas() throws Exception {
        String version = house.version();
        images.tag(version, "9.0.0", List.of("nginx", "gateway-service", "media-request-service", "download-service"));
        engine.run("docker", "tag", Images.image("redis", version), Images.image("auth-service", "9.0.0"));
        List<String> before = new ArrayList<>();
        for (String service : OURS) {
            before.add(house.inspect(service, "{{.Config.Image}}"));
        }

        Outcome update = house.script("./update", "9.0.0");

        assertThat(update.code()).isNotZero();
        assertThat(house.version()).isEqualTo(version);
        List<String> after = new ArrayList<>();
        for (String service : OURS) {
            after.add(house.inspect(service, "{{.Config.Image}}"));
        }
        assertThat(after).isEqualTo(before);
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
