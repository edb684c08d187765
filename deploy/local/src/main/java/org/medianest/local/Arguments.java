package org.medianest.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;

/** The command line, understood or refused. */
record Arguments(
        String command,
        Layout layout,
        Ports ports,
        String bind,
        boolean yes,
        Optional<Path> out,
        int rounds,
        int minutes) {
    /** Commands of two words: the second says what of. */
    private static final List<String> SECOND_WORDS = List.of("bench events", "bench seed");

    private static final int DEFAULT_ROUNDS = 5;

    static Arguments parse(List<String> words, Path current) {
        Deque<String> rest = new ArrayDeque<>(words);
        String command = rest.isEmpty() ? "help" : rest.pop();
        Path root = current;
        Optional<Path> data = Optional.empty();
        Ports ports = new Ports(Ports.DEFAULT_BASE);
        String bind = "127.0.0.1";
        boolean yes = false;
        Optional<Path> out = Optional.empty();
        int rounds = DEFAULT_ROUNDS;
        int minutes = 0;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--root" -> root = current.resolve(value(option, rest));
                case "--data" -> data = Optional.of(current.resolve(value(option, rest)));
                case "--port" -> ports = new Ports(number(option, rest));
                case "--bind" -> bind = value(option, rest);
                case "--yes" -> yes = true;
                case "--out" -> out = Optional.of(current.resolve(value(option, rest)));
                case "--rounds" -> rounds = Math.clamp(number(option, rest), 0, 100);
                case "--minutes" -> minutes = Math.clamp(number(option, rest), 0, 24 * 60);
                default -> command = longer(command, option);
            }
        }
        Layout layout = new Layout(root, data.orElse(root.resolve(".medianest")));
        return new Arguments(command, layout, ports, bind, yes, out, rounds, minutes);
    }

    private static String longer(String command, String word) {
        String both = command + " " + word;
        if (!SECOND_WORDS.contains(both)) {
            throw new Refusal("Unknown option %s. ./medianest help lists them all.".formatted(word));
        }
        return both;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Refusal("%s needs a value.".formatted(option));
        }
        return rest.pop();
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        if (!value.matches("\\d{1,6}")) {
            throw new Refusal("%s needs a number, not %s.".formatted(option, value));
        }
        return Integer.parseInt(value);
    }
}
