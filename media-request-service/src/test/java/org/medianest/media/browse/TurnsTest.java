package org.medianest.media.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1);
    private final Map<String, UniEmitter<? super String>> begun = new LinkedHashMap<>();

    @Test
    void nextBeginsWhenTheOneBeforeHasEnded() {
        take("first");
        take("second");
        assertThat(begun).containsOnlyKeys("first");

        end("first");

        assertThat(begun).containsOnlyKeys("first", "second");
    }

    @Test
    void whoGivesUpWaitingGivesNobodyATurn() {
        take("first");
        UniAssertSubscriber<String> impatient = take("impatient");
        take("third");

        impatient.cancel();

        assertThat(begun).containsOnlyKeys("first");
        end("first");
        assertThat(begun).containsOnlyKeys("first", "third");
    }

    @Test
    void whoGivesUpDuringTheirTurnLetsTheNextBegin() {
        UniAssertSubscriber<String> first = take("first");
        take("second");

        first.cancel();

        assertThat(begun).containsOnlyKeys("first", "second");
    }

    private void end(String name) {
        Objects.requireNonNull(begun.get(name)).complete("done");
    }

    private UniAssertSubscriber<String> take(String name) {
        return turns.take(() -> Uni.createFrom().<String>emitter(emitter -> begun.put(name, emitter)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
