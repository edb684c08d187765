package org.medianest.compose.rollout;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.medianest.local.place.Part;

/** The name of each service, and the addresses of its replicas: what a network of containers knows. Java reads it as a hosts file. */
final class Names {
    private final Path file;
    private final Map<Part, Set<String>> addresses = new TreeMap<>();

    Names(Path file) throws IOException {
        this.file = file;
        write();
    }

    String option() {
        return "-Djdk.net.hosts.file=" + file;
    }

    void add(Part service, String address) throws IOException {
        addresses.computeIfAbsent(service, none -> new LinkedHashSet<>()).add(address);
        write();
    }

    void remove(Part service, String address) throws IOException {
        addresses.getOrDefault(service, Set.of()).remove(address);
        write();
    }

    /** In one piece: nobody reads half a file. */
    private void write() throws IOException {
        StringBuilder lines = new StringBuilder("127.0.0.1 localhost\n");
        lines.append("127.0.0.1 ")
                .append(InetAddress.getLocalHost().getHostName())
                .append('\n');
        addresses.forEach(
                (service, all) -> all.forEach(address -> lines.append(address + " " + service.title() + "\n")));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
