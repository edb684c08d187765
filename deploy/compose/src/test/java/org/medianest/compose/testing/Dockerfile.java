package org.medianest.compose.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The instructions of a Dockerfile, by its path from the root: continued lines joined, comments left out, ARGs of the head filled in. */
public record Dockerfile(String path, List<Instruction> instructions) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** One instruction; its flags, such as {@code --from}, apart from the rest. */
    public record Instruction(String name, Map<String, String> flags, String rest) {
        public List<String> words() {
            return Arrays.stream(rest.split("\\s+")).toList();
        }

        /** The words of the exec form, or nothing when it is meant for a shell. */
        public List<String> exec() {
            int start = rest.indexOf('[');
            if (start < 0) {
                return List.of();
            }
            try {
                return List.of(new ObjectMapper().readValue(rest.substring(start), String[].class));
            } catch (JsonProcessingException shell) {
                return List.of();
            }
        }
    }

    public static Dockerfile read(String path) {
        String text = Repository.text(path)
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n")
                .replaceAll("\\\\\\n\\s*", "");
        Map<String, String> arguments = new HashMap<>();
        List<Instruction> instructions = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Instruction instruction = parse(line.strip());
            if (instruction.name().equals("ARG") && instruction.rest().contains("=")) {
                String[] pair = instruction.rest().split("=", 2);
                arguments.put(pair[0], pair[1]);
            }
            Map<String, String> flags = new HashMap<>(instruction.flags());
            flags.replaceAll((flag, value) -> fill(value, arguments));
            instructions.add(new Instruction(instruction.name(), flags, fill(instruction.rest(), arguments)));
        }
        return new Dockerfile(path, List.copyOf(instructions));
    }

    public Stream<Instruction> all(String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name));
    }

    /** Of the image that comes out: what stands after the last FROM. */
    public List<Instruction> lastStage() {
        List<Instruction> stage = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.name().equals("FROM")) {
                stage.clear();
            }
            stage.add(instruction);
        }
        return stage;
    }

    /** The last of this name in the image that comes out. */
    public Instruction last(String name) {
        return lastStage().stream()
                .filter(instruction -> instruction.name().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(path + " has no " + name));
    }

    @Override
    public String toString() {
        return path;
    }

    private static Instruction parse(String line) {
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        Map<String, String> flags = new HashMap<>();
        while (rest.startsWith("--")) {
            String[] flagAndRest = rest.split("\\s+", 2);
            String[] flag = flagAndRest[0].substring(2).split("=", 2);
            flags.put(flag[0], flag.length > 1 ? flag[1] : "");
            rest = flagAndRest.length > 1 ? flagAndRest[1] : "";
        }
        return new Instruction(parts[0], Map.copyOf(flags), rest);
    }

    private static String fill(String text, Map<String, String> arguments) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(arguments.getOrDefault(match.group(1), match.group())));
    }
}
