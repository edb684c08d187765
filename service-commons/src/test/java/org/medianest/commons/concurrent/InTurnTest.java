package org.medianest.commons.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final List<Integer> begun = new ArrayList<>();

    @Test
    void nextBeginsWhenTheOneBeforeIsDone() {
        List<UniEmitter<? super Void>> open = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();

        InTurn.each(List.of(1, 2), number -> {
                    begun.add(number);
                    return Uni.createFrom().<Void>emitter(open::add);
                })
                .subscribe()
                .with(all -> done.set(true));

        assertThat(begun).containsExactly(1);
        open.getFirst().complete(null);
        assertThat(begun).containsExactly(1, 2);
        assertThat(done).isFalse();
        open.getLast().complete(null);
        assertThat(done).isTrue();
    }

    @Test
    void firstThatFailsIsTheLast() {
        assertThatThrownBy(() ->
                        InTurn.each(List.of(1, 2, 3), this::failAtTwo).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);

        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void manyAreDoneInTheirOrder() {
        List<Integer> many = IntStream.range(0, 10_000).boxed().toList();

        InTurn.each(many, number -> Uni.createFrom().item(begun.add(number)))
                .await()
                .indefinitely();

        assertThat(begun).isEqualTo(many);
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(InTurn.each(List.<Integer>of(), this::failAtTwo).await().indefinitely())
                .isNull();
    }

    private Uni<Void> failAtTwo(int number) {
        begun.add(number);
        return number == 2
                ? Uni.createFrom().failure(new IllegalStateException("two"))
                : Uni.createFrom().voidItem();
    }
}
