package org.medianest.compose.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Repository;

/**
 * A {@code docker compose …}.
 *
 * @param files those that it names; every one of ours when it names none, because .env may
 * @param verb what it is to do
 * @param rest what stands behind the options of the verb
 */
record Compose(List<String> files, String verb, Optional<String> entrypoint, List<String> rest) {
    private static final Set<String> GLOBAL = Set.of("-f", "--env-file", "--project-name");
    private static final Set<String> WITH_VALUE =
            Set.of("--scale", "--tail", "--since", "--entrypoint", "--user", "-u", "--env", "-e");

    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry("build", Set.of("--pull", "--no-cache")),
            Map.entry("config", Set.of("--services", "--quiet")),
            Map.entry("down", Set.of("--volumes", "-v")),
            Map.entry("images", Set.of("-q")),
            Map.entry("exec", Set.of("-T", "--user", "-u", "--env", "-e")),
            Map.entry("logs", Set.of("--tail", "--since", "--follow", "-f", "--no-log-prefix")),
            Map.entry("ps", Set.of("-a", "-q", "-aq", "--quiet", "--all")),
            Map.entry("pull", Set.of("--quiet")),
            Map.entry("restart", Set.of()),
            Map.entry("run", Set.of("--rm", "--no-deps", "-T", "--entrypoint", "--user", "-u", "--env", "-e")),
            Map.entry("start", Set.of()),
            Map.entry("stop", Set.of()),
            Map.entry(
                    "up",
                    Set.of(
                            "-d",
                            "--detach",
                            "--wait",
                            "--build",
                            "--scale",
                            "--no-recreate",
                            "--force-recreate",
                            "--no-deps")));

    /** @param words what stands behind {@code docker compose} */
    static Compose of(List<String> words) {
        List<String> files = new ArrayList<>();
        int at = 0;
        while (GLOBAL.contains(words.get(at))) {
            if (words.get(at).equals("-f")) {
                files.add(words.get(at + 1));
            }
            at += 2;
        }
        String verb = words.get(at++);
        Set<String> known = OPTIONS.get(verb);
        if (known == null) {
            throw new IllegalArgumentException("no such verb: " + verb);
        }
        Optional<String> entrypoint = Optional.empty();
        List<String> rest = new ArrayList<>();
        boolean hasProgram = verb.equals("exec") || verb.equals("run");
        while (at < words.size()) {
            String word = words.get(at++);
            if (!word.startsWith("-") || (hasProgram && !rest.isEmpty())) {
                rest.add(word);
            } else if (!known.contains(word)) {
                throw new IllegalArgumentException(verb + " has no " + word);
            } else if (WITH_VALUE.contains(word)) {
                String value = words.get(at++);
                if (word.equals("--entrypoint")) {
                    entrypoint = Optional.of(value);
                }
                if (word.equals("--scale")) {
                    rest.add(value.substring(0, value.indexOf('=')));
                }
            }
        }
        return new Compose(files, verb, entrypoint, rest);
    }

    boolean hasProgram() {
        return verb.equals("exec") || verb.equals("run");
    }

    /** Those that it is about; none when it is about all. */
    List<String> services() {
        return hasProgram() ? rest.subList(0, 1) : rest;
    }

    /** What runs in the container, when it says so. */
    Optional<String> program() {
        if (verb.equals("exec")) {
            return Optional.of(rest.get(1));
        }
        return entrypoint;
    }

    Set<String> known() {
        Set<String> services = new HashSet<>();
        for (String file : files.isEmpty() ? all() : files) {
            ComposeFiles.read(file).path("services").fieldNames().forEachRemaining(services::add);
        }
        return services;
    }

    private static List<String> all() {
        return List.of(Objects.requireNonNull(
                        Repository.file("deploy/compose").toFile().list()))
                .stream()
                .filter(name -> name.matches("compose.*\\.yaml") && !name.equals("compose.green.yaml"))
                .toList();
    }
}
