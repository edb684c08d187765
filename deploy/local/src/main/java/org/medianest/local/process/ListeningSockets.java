package org.medianest.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Who listens on which port, read from Linux' /proc/net/tcp and the open files of the processes. */
public record ListeningSockets(Proc proc) {
    private static final String LISTEN = "0A";

    /** The process that listens on the port, if this user may know. */
    public OptionalLong holderOf(int port) {
        List<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .map(this::table)
                .filter(table -> table.containsKey(port))
                .map(table -> "socket:[" + table.get(port) + "]")
                .toList();
        return proc.pids().filter(pid -> holdsOneOf(pid, sockets)).findFirst();
    }

    /** Listening ports with the inode of their socket. */
    static Map<Integer, Long> parse(Stream<String> lines) {
        Map<Integer, Long> inodes = new HashMap<>();
        lines.skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTEN))
                .forEach(fields -> inodes.put(
                        Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16),
                        Long.parseLong(fields[9])));
        return inodes;
    }

    private Map<Integer, Long> table(String file) {
        try (Stream<String> lines = Files.lines(proc.root().resolve(file))) {
            return parse(lines);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private boolean holdsOneOf(long pid, List<String> sockets) {
        String[] files = proc.root().resolve(pid + "/fd").toFile().list();
        return files != null
                && Arrays.stream(files)
                        .anyMatch(file -> sockets.contains(target(proc.root().resolve(pid + "/fd/" + file))));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
