package org.medianest.compose.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/**
 * Our images, built by our Dockerfiles on bases that are put together of Debian's packages, since a registry may be out of reach. So they
 * show what our files do, and not that the named bases are as we believe.
 */
final class Images {
    static final String NAME = "medianest";

    private static final String DENO = "@deno/linux-x64-glibc@2.9.6";
    private static final List<String> OURS = Stream.concat(
                    ComposeFiles.OURS.stream(), Stream.of("nginx", "postgres", "redis"))
            .toList();
    private static final List<String> BASES = List.of("java", "deno", "nginx", "redis", "postgres");

    private final Engine engine;
    private final Path work;

    Images(Engine engine, Path work) throws IOException {
        this.engine = engine;
        this.work = Files.createDirectories(work);
    }

    /** Builds all of them as this version, out of what Maven has left in the folders of the modules. */
    void build(String version) throws IOException, InterruptedException {
        unpackDebian();
        fetchDeno();
        for (String base : BASES) {
            buildBase(base);
        }
        engine.run(
                "env",
                "MEDIANEST_VERSION=" + version,
                "MEDIANEST_DOMAIN=" + House.DOMAIN,
                "MEDIANEST_HTTPS_PORT=443",
                "docker",
                "compose",
                "--progress=plain",
                "--project-directory=" + Repository.file("deploy/compose"),
                "--file=" + Repository.file("deploy/compose/compose.yaml"),
                "--file=" + Repository.file("deploy/compose/compose.build.yaml"),
                "--file=" + Repository.file("deploy/compose/compose.test.yaml"),
                "--file=" + overlay(),
                "build");
    }

    /** The images of this version are those of another one too. */
    void tagAll(String version, String as) throws IOException, InterruptedException {
        for (String name : OURS) {
            engine.run("docker", "tag", image(name, version), image(name, as));
        }
    }

    /** In this version the image starts, and is never healthy. */
    void makeSick(String name, String version) throws IOException, InterruptedException {
        String sick = "FROM %1$s\\nHEALTHCHECK CMD [\"false\"]\\n".formatted(image(name, version));
        engine.run("sh", "-c", "printf '%s' | docker build --quiet --tag %s -".formatted(sick, image(name, version)));
    }

    private static String image(String service, String version) {
        return NAME + "/" + service + ":" + version;
    }

    private void unpackDebian() throws IOException, InterruptedException {
        Path debian = work.resolve("debian");
        Commands.run(
                Map.of(),
                Machine.program("debootstrap").toString(),
                "--variant=minbase",
                "bookworm",
                debian.toString());
        engine.run("sh", "-c", "tar -C " + debian + " -c . | docker import - base/debian");
        Commands.run(Map.of(), "rm", "-rf", debian.toString());
    }

    private void fetchDeno() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("deno"));
        Commands.run(
                Map.of(),
                "sh",
                "-c",
                "cd " + folder + " && npm pack --silent " + DENO + " && tar -xzf *.tgz --strip-components=1");
    }

    private void buildBase(String name) throws IOException, InterruptedException {
        engine.run(
                "docker",
                "buildx",
                "build",
                "--network=host",
                "--build-context=debian=docker-image://base/debian",
                "--build-context=jdk=" + System.getProperty("java.home"),
                "--build-context=deno-package=" + work.resolve("deno"),
                "--target=" + name,
                "--tag=base/" + name,
                Repository.file("deploy/compose/src/test/containers/bases").toString());
    }

    /** Names the bases, and a yt-dlp that need not be fetched from its makers: Debian's, as one file. */
    private Path overlay() throws IOException, InterruptedException {
        Path ytDlp = Files.createDirectories(work.resolve("yt-dlp"));
        Commands.run(Map.of(), "sh", "-euc", """
                mkdir %1$s/source
                cp -r /usr/lib/python3/dist-packages/yt_dlp %1$s/source
                echo 'import yt_dlp; yt_dlp.main()' >%1$s/source/__main__.py
                python3 -m zipapp %1$s/source -o %1$s/yt-dlp
                """.formatted(ytDlp));
        String java = "build: {network: host, args: {JAVA_IMAGE: base/java}}";
        return Files.writeString(work.resolve("bases.yaml"), """
                services:
                  gateway-service: {%1$s}
                  auth-service: {%1$s}
                  media-request-service: {%1$s}
                  homelab: {%1$s}
                  download-service:
                    build:
                      network: host
                      args: {JAVA_IMAGE: base/java, DENO_IMAGE: base/deno}
                      additional_contexts: {ytdlp: %2$s}
                  nginx: {build: {network: host, args: {NGINX_IMAGE: base/nginx}}}
                  redis: {build: {network: host, args: {REDIS_IMAGE: base/redis}}}
                  postgres: {build: {network: host, args: {POSTGRES_IMAGE: base/postgres}}}
                """.formatted(java, ytDlp));
    }
}
