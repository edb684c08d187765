package org.medianest.local.up;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.place.Secrets;
import org.medianest.local.postgres.DatabasePasswords;
import org.medianest.local.postgres.PostgresServer;
import org.medianest.local.process.InstanceLock;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.ProcessId;
import org.medianest.local.process.Program;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Spawner;
import org.medianest.local.redis.RedisServer;
import org.medianest.local.redis.RedisUsers;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.service.Schemas;
import org.medianest.local.service.ServiceProgram;
import org.medianest.local.service.Surroundings;

/** One MediaNest from {@link #start} to {@link #end}. */
public final class Up implements Running {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Layout layout;
    private final Ports ports;
    private final String bind;
    private final Caller caller;
    private final JavaCommand java;
    private final Progress progress;
    private final Spawner spawner;
    private final Fleet fleet;

    public Up(
            Layout layout,
            Ports ports,
            String bind,
            Map<String, String> environment,
            JavaCommand java,
            Progress progress) {
        this.layout = layout;
        this.ports = ports;
        this.bind = bind;
        this.caller = new Caller(environment);
        this.java = java;
        this.progress = progress;
        this.spawner = new Spawner(Programs.SYSTEM);
        PidRecords records = new PidRecords(layout.run());
        this.fleet = new Fleet(
                new Starter(spawner, records, progress, InstantSource.system(), PATIENCE), spawner, records, progress);
    }

    @Override
    public void start() throws IOException {
        startSilently();
        progress.say(new Welcome(surroundings()).text());
    }

    /** Without the words of welcome. */
    public void startSilently() throws IOException {
        refuseForeignData();
        layout.create();
        takeLock();
        List<String> ended = new Leftovers(layout).end();
        if (!ended.isEmpty()) {
            progress.say("Ended what an earlier run left behind: " + String.join(", ", ended) + ".");
        }
        new PortCheck(InetAddress.getByName(bind)).run(ports);

        Surroundings surroundings = surroundings();
        List<Program> servers = List.of(postgres(), redis(surroundings));
        List<Program> services = Part.services().stream()
                .<Program>map(part -> new ServiceProgram(part, layout, surroundings, java))
                .toList();
        Migrations migrations =
                new Migrations(new Schemas(layout, surroundings, new JavaCommand(java.java())), spawner, progress);
        if (migrations.areDone()) {
            // A service waits for its servers, so all of them may come at once.
            fleet.start(Stream.concat(servers.stream(), services.stream()).toList());
        } else {
            fleet.start(servers);
            migrations.run();
            fleet.start(services);
        }
    }

    private Surroundings surroundings() throws IOException {
        Secrets secrets = new Secrets(layout.secrets());
        return new Surroundings(layout, ports, bind, caller, RedisUsers.in(secrets), secrets.key("secrets"));
    }

    @Override
    public boolean end() throws IOException {
        return fleet.end();
    }

    /** Files of two users in one folder would lock out the one or the other. */
    private void refuseForeignData() throws IOException {
        if (Files.exists(layout.data())) {
            String owner = Files.getOwner(layout.data()).getName();
            String self = System.getProperty("user.name", "");
            if (!owner.equals(self)) {
                throw new Refusal(
                        "%s belongs to %s and you are %s: start MediaNest as %s, or choose another folder with --data."
                                .formatted(layout.data(), owner, self, owner));
            }
        }
    }

    /** Kept open until the process ends. */
    private void takeLock() throws IOException {
        ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        Path file = layout.run().resolve("launcher.lock");
        if (InstanceLock.take(file, self, ports.base()).isEmpty()) {
            Optional<InstanceLock.Holder> holder = InstanceLock.holder(file);
            throw new Refusal("MediaNest already runs on %s%s. Stop it with ./medianest stop."
                    .formatted(
                            layout.data(),
                            holder.map(it -> " (process %d, port %d)"
                                            .formatted(it.process().pid(), it.port()))
                                    .orElse("")));
        }
    }

    private Program postgres() throws IOException {
        return PostgresServer.in(
                layout.postgres(),
                layout.programs(),
                DatabasePasswords.from(new Secrets(layout.secrets())),
                caller.basics(),
                layout.log(Part.POSTGRES),
                ports.of(Part.POSTGRES));
    }

    private Program redis(Surroundings surroundings) {
        return new RedisServer(
                layout.redis(),
                layout.programs(),
                layout.redisFiles(),
                surroundings.redis(),
                caller.basics(),
                layout.log(Part.REDIS),
                ports.of(Part.REDIS));
    }
}
