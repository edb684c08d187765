package org.medianest.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param asUser what changes the user before the program runs, or nothing
 * @param environment all that it sees of the environment
 * @param onOrphaned what the kernel sends it when the launcher dies
 */
public record Spawn(
        String name,
        List<String> asUser,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        Signal onOrphaned) {

    public Spawn {
        asUser = List.copyOf(asUser);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
