package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.testing.FreePorts;

/** A sound installation, and the real doctor. Docker alone is played, by a program that answers as it does. */
abstract class WithDoctor {
    Installation installation;
    HttpServer world;
    int httpPort;

    @BeforeEach
    void install(@TempDir Path where) throws Exception {
        world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        world.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        world.start();
        httpPort = FreePorts.one();
        installation = new Installation(where)
                .with("MEDIANEST_DOMAIN", "media.my-family.net")
                .with(
                        "MEDIANEST_DOCTOR_URLS",
                        "http://127.0.0.1:" + world.getAddress().getPort() + "/");
        Installation.Answer setup = installation.run("setup", "--yes");
        assertThat(setup.code()).as(setup.text()).isZero();
        // A name that leads somewhere on every machine; setup would not take it.
        change("MEDIANEST_DOMAIN=media.my-family.net", "MEDIANEST_DOMAIN=localhost");
        append("MEDIANEST_HTTP_PORT=" + httpPort + "\nMEDIANEST_HTTPS_PORT=" + FreePorts.one() + "\n");
    }

    @AfterEach
    void stop() {
        world.stop(0);
    }

    /** @param inside what commands inside of containers answer, as branches of a case; with none, nothing runs */
    static String docker(String inside) {
        return """
                case "$*" in
                    'version --format'*) echo 28.2.2 ;;
                    'compose version --short') echo 2.36.2 ;;
                    'compose config --quiet') ;;
                    *DockerRootDir*) echo /var/lib/docker ;;
                    'info --format'*) echo '[name=seccomp]' ;;
                    'compose ps --services'*) printf '%%b' '%s' ;;
                    'compose ps --all'*) echo 'redis running healthy 0' ;;
                    'compose exec -T'*) case "$*" in
                %s
                        esac ;;
                    *) exit 127 ;;
                esac""".formatted(
                        inside.isEmpty() ? "" : "redis\\npostgres\\nnginx\\nbackup\\n",
                        inside.lines()
                                .map(line -> line.isBlank() ? line : "*" + line)
                                .reduce("", (all, line) -> all + line + "\n"));
    }

    static void assumeRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
    }

    void change(String from, String to) throws IOException {
        Files.writeString(installation.file(".env"), installation.text(".env").replaceFirst("(?m)^" + from + "$", to));
    }

    void append(String lines) throws IOException {
        Files.writeString(installation.file(".env"), installation.text(".env") + lines);
    }
}
