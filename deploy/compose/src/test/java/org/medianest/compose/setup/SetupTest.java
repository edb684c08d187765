package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.compose.testing.ComposeFiles;

class SetupTest {
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path where) throws IOException {
        installation = new Installation(where);
    }

    @Test
    void asksThreeQuestionsAndWritesTheAnswers() throws Exception {
        Installation.Answer answer = installation.type("media.my-family.net\nolga@my-family.net\n\n", "setup");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).containsOnlyOnce("Under which name").contains("./doctor, then docker compose up -d");
        assertThat(installation.text(".env"))
                .contains("MEDIANEST_DOMAIN=media.my-family.net\n", "MEDIANEST_ACME_EMAIL=olga@my-family.net\n")
                .contains("COMPOSE_FILE=compose.yaml:compose.prod.yaml\n");
        assertThat(mode(".env")).isEqualTo("rw-------");
    }

    @Test
    void asksAgainAfterNonsense() throws Exception {
        Installation.Answer answer =
                installation.type("https://my-family.net/\nlocalhost\nmedia.my-family.net\nolga\n\n/etc\n\n", "setup");

        assertThat(answer.code()).isZero();
        assertThat(answer.text())
                .contains(
                        "the name alone is wanted",
                        "'localhost' has no dot",
                        "'olga' is no e-mail address",
                        "/etc belongs to the system");
        assertThat(installation.text(".env"))
                .contains(
                        "MEDIANEST_DOMAIN=media.my-family.net\n",
                        "MEDIANEST_ACME_EMAIL=\n",
                        "MEDIANEST_LIBRARY_FOLDER=\n");
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIANEST_DOMAIN, media.example.com, is an example",
        "MEDIANEST_DOMAIN, my family.net, is no domain name",
        "MEDIANEST_DOMAIN, '$(reboot).net', is no domain name",
        "MEDIANEST_DOMAIN, '', A domain is needed",
        "MEDIANEST_ACME_EMAIL, 'a@b@c.net', is no e-mail address",
        "MEDIANEST_LIBRARY_FOLDER, downloads, must begin with a slash",
        "MEDIANEST_LIBRARY_FOLDER, /no/such/folder, is no folder",
        "MEDIANEST_LIBRARY_FOLDER, '/srv/a:b', has a character",
    })
    void refusesNonsenseUnattended(String variable, String value, String complaint) throws Exception {
        installation.with("MEDIANEST_DOMAIN", "media.my-family.net").with(variable, value);

        Installation.Answer answer = installation.run("setup", "--yes");

        assertThat(answer.code()).isNotZero();
        assertThat(answer.text()).contains(variable, complaint);
        assertThat(installation.file(".env")).doesNotExist();
    }

    @Test
    void makesEverySecretThatComposeNames() throws Exception {
        setUp();

        ComposeFiles.of()
                .section("secrets")
                .keySet()
                .forEach(
                        name -> assertThat(installation.file("secrets/" + name)).isRegularFile());
        Map<String, String> secrets = secrets();
        assertThat(secrets.values())
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.strip().length() >= 43);
        assertThat(Base64.getDecoder()
                        .decode(secrets.getOrDefault("secrets_key", "").strip()))
                .hasSize(32);
        assertThat(secrets.getOrDefault("postgres_admin", "").strip()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void secretsBelongToTheServicesAndAreClosedToOthers() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");

        setUp();

        assertThat(mode("secrets")).isEqualTo("rwx------");
        for (String name : secrets().keySet()) {
            Path file = installation.file("secrets/" + name);
            assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(1001);
            assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(1001);
            assertThat(mode("secrets/" + name)).isEqualTo(name.equals("secrets_key") ? "r--------" : "r--r-----");
        }
    }

    @Test
    void containerGivesTheSecretsAwayWhereUsersHaveOtherNumbers() throws Exception {
        Path calls = installation.file("calls");
        installation.program("docker", """
                case $1 in
                    info) echo '[name=seccomp name=rootless]' ;;
                    run) printf '%%s\\n' "$@" >"%s" ;;
                esac""".formatted(calls));

        setUp();

        assertThat(Files.readString(calls))
                .contains(
                        "--network\nnone\n--user\n0:0\n",
                        installation.file("secrets").toRealPath() + ":/secrets\n")
                .contains("ghcr.io/medianest/redis:0.1.0\n", "chown 1001:1001");
    }

    @Test
    void secondRunChangesNothing() throws Exception {
        setUp();
        String settings = installation.text(".env");
        Map<String, String> secrets = secrets();

        installation.with("MEDIANEST_DOMAIN", "other.my-family.net");
        Installation.Answer again = installation.run("setup", "--yes");

        assertThat(again.code()).isZero();
        assertThat(installation.text(".env")).isEqualTo(settings);
        assertThat(secrets()).isEqualTo(secrets);
        assertThat(installation.type("", "setup").code())
                .as("nothing is asked twice")
                .isZero();
    }

    @Test
    void laterReleaseAddsWhatIsMissing() throws Exception {
        setUp();
        Map<String, String> secrets = secrets();
        Files.delete(installation.file("secrets/grafana_admin"));
        Files.writeString(
                installation.file(".env"),
                installation.text(".env").replaceAll("(?m)^MEDIANEST_IMAGES=.*\\n", "") + "MINE=1\n");

        installation.run("setup", "--yes");

        assertThat(installation.text(".env")).contains("MINE=1\n", "MEDIANEST_IMAGES=ghcr.io/medianest\n");
        Map<String, String> after = secrets();
        assertThat(after.remove("grafana_admin")).isNotEqualTo(secrets.remove("grafana_admin"));
        assertThat(after).isEqualTo(secrets);
    }

    @Test
    void testsGetSecretsWithoutAnswers() throws Exception {
        assertThat(installation.run("setup", "--secrets-only").code()).isZero();

        assertThat(installation.file("secrets/secrets_key")).exists();
        assertThat(installation.file(".env")).doesNotExist();
    }

    private void setUp() throws Exception {
        Installation.Answer answer =
                installation.with("MEDIANEST_DOMAIN", "media.my-family.net").run("setup", "--yes");
        assertThat(answer.code()).as(answer.text()).isZero();
    }

    private Map<String, String> secrets() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        try (Stream<Path> files = Files.list(installation.file("secrets"))) {
            for (Path file : files.toList()) {
                secrets.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return secrets;
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(installation.file(name)));
    }
}
