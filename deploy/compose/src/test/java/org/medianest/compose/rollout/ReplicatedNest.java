package org.medianest.compose.rollout;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Secrets;
import org.medianest.local.postgres.DatabasePasswords;
import org.medianest.local.postgres.PostgresServer;
import org.medianest.local.process.Child;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.redis.RedisServer;
import org.medianest.local.redis.RedisUsers;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.service.Schemas;
import org.medianest.local.service.Surroundings;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.testing.QuietStart;
import org.medianest.local.testing.SharedPrograms;

/** Postgres, Redis and the four services as processes; each replica has an address of its own, and names lead to them. */
final class ReplicatedNest implements AutoCloseable {
    /** After that a container is killed. */
    private static final Duration GRACE = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Layout layout;
    private final Ports ports = FreePorts.table();
    private final Surroundings surroundings;
    private final JavaCommand java = new JavaCommand(Path.of(System.getProperty("java.home"), "bin/java"));
    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final DatabasePasswords passwords;
    private final Names names;
    private final List<Replica> replicas = new ArrayList<>();
    private int addresses = 1;

    /** @param settings what all services get beside the usual */
    ReplicatedNest(Path folder, Map<String, String> settings) throws IOException {
        layout = new Layout(Repository.file(""), folder.resolve("data"));
        SharedPrograms.linkInto(layout);
        layout.create();
        Secrets secrets = new Secrets(layout.secrets());
        passwords = DatabasePasswords.from(secrets);
        Map<String, String> wishes = new HashMap<>(new Caller(System.getenv()).withoutWishes());
        wishes.putAll(settings);
        surroundings = new Surroundings(
                layout, ports, "127.0.0.1", new Caller(wishes), RedisUsers.in(secrets), secrets.key("secrets"));
        names = new Names(folder.resolve("hosts"));
        Map<String, String> basics = new Caller(System.getenv()).basics();
        QuietStart.of(
                PostgresServer.in(
                        layout.postgres(),
                        layout.programs(),
                        passwords,
                        basics,
                        layout.log(Part.POSTGRES),
                        ports.of(Part.POSTGRES)),
                spawner,
                layout,
                InstantSource.system());
        QuietStart.of(
                new RedisServer(
                        layout.redis(),
                        layout.programs(),
                        layout.redisFiles(),
                        surroundings.redis(),
                        basics,
                        layout.log(Part.REDIS),
                        ports.of(Part.REDIS)),
                spawner,
                layout,
                InstantSource.system());
    }

    /** Brings the tables up to date, as the one-shot runs of an update do. */
    void migrate() throws IOException {
        Schemas schemas = new Schemas(layout, surroundings, java);
        List<Child> runs = new ArrayList<>();
        for (Part service : Part.services()) {
            runs.add(spawner.start(schemas.migration(service)));
        }
        for (Child run : runs) {
            if (run.onExit().join() != 0) {
                throw new AssertionError(run.name() + ": " + String.join("\n", run.lastWords(30)));
            }
        }
    }

    /** Starts one more replica; nobody knows of it until it is {@link #join joined}. */
    Replica start(Part service) throws IOException {
        String address = "127.0.0." + ++addresses;
        Map<String, String> variables = new HashMap<>(surroundings.of(service));
        variables.put("QUARKUS_HTTP_HOST", address);
        variables.put("QUARKUS_MANAGEMENT_HOST", address);
        variables.put("QUARKUS_SHUTDOWN_DELAY", "1500ms");
        variables.put("QUARKUS_SHUTDOWN_TIMEOUT", "10s");
        variables.put("MEDIANEST_AUTH_URL", url(Part.AUTH));
        variables.put("MEDIANEST_MEDIA_URL", url(Part.MEDIA));
        variables.put("MEDIANEST_DOWNLOADS_URL", url(Part.DOWNLOADS));
        List<String> command = new ArrayList<>(java.of(layout.application(service), 96, service == Part.GATEWAY));
        command.add(1, names.option());
        Child process = spawner.start(new Spawn(
                service.title(),
                List.of(),
                command,
                layout.application(service),
                variables,
                layout.logs().resolve(service.title() + "-" + address + ".log"),
                Signal.TERM));
        Replica replica = new Replica(service, address, ports.of(service), ports.managementOf(service), process);
        replicas.add(replica);
        return replica;
    }

    private String url(Part service) {
        return "http://%s:%d".formatted(service.title(), ports.of(service));
    }

    /** Waits until it is ready, and lets its name lead to it. */
    void join(Replica replica) throws IOException {
        await(replica.toString())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!replica.process().isAlive()) {
                        throw new AssertionError(replica + " ended: "
                                + String.join("\n", replica.process().lastWords(40)));
                    }
                    return replica.isReady();
                });
        names.add(replica.service(), replica.address());
    }

    /** As a container is stopped: told, and its name leads to it as long as it is there. */
    void drain(Replica replica) throws IOException {
        replica.tellToStop();
        await(replica + " says that it is not ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(replica::saysNotReady);
        await(replica + " has gone")
                .atMost(GRACE)
                .until(() -> !replica.process().isAlive());
        names.remove(replica.service(), replica.address());
    }

    Ports ports() {
        return ports;
    }

    Tables tables() {
        return new Tables(ports.of(Part.POSTGRES), passwords.administrator());
    }

    Path library() {
        return layout.library();
    }

    /** Of all replicas there have been. */
    List<String> logLines() throws IOException {
        try (Stream<Path> logs = Files.list(layout.logs())) {
            return logs.flatMap(ReplicatedNest::linesOf).toList();
        }
    }

    private static Stream<String> linesOf(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String setupCode() throws IOException {
        return Files.readString(layout.setupCode()).strip();
    }

    @Override
    public void close() throws IOException {
        for (Child child : spawner.close()) {
            (child.name().equals(Part.POSTGRES.title()) ? Signal.INT : Signal.KILL)
                    .send(child.id().pid());
            child.onExit().join();
        }
        SharedPrograms.unlinkFrom(layout);
    }
}
