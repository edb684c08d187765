package org.medianest.commons.testing;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The life of a thing as the documentation draws it. */
public final class StateDiagram {
    private StateDiagram() {}

    /**
     * In Mermaid's words.
     *
     * @param states the first is where a life begins
     */
    public static <S extends Enum<S>> String of(S[] states, Function<S, Set<S>> next, Predicate<S> isEnd) {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n    [*] --> " + states[0] + "\n");
        for (S state : states) {
            next.apply(state).forEach(following -> diagram.append("    %s --> %s\n".formatted(state, following)));
            if (isEnd.test(state)) {
                diagram.append("    %s --> [*]\n".formatted(state));
            }
        }
        return diagram.toString();
    }
}
