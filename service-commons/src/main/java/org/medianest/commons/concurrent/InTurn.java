package org.medianest.commons.concurrent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Work on many things that is not done at once: in a transaction, which has one connection, or at somebody who shall not be hurried. */
public final class InTurn {
    private InTurn() {}

    /** Does the work for one after the other, in their order. Ends at the first that fails, and fails with it. */
    public static <T> Uni<Void> each(Iterable<T> all, Function<? super T, ? extends Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
