package org.medianest.commons.tidying;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TidyingTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> tidied = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatCannotBeTidiedKeepsTheOthersFromNothing() {
        Ageing broken = new Rows("broken", Uni.createFrom().failure(new IllegalStateException("the table is locked")));
        Ageing others = new Rows("others", Uni.createFrom().voidItem().invoke(() -> tidied.add("others")));

        new Tidying(List.of(broken, others), vertx).tidy().await().indefinitely();

        assertThat(tidied).containsExactly("others");
    }

    private record Rows(String called, Uni<Void> forgetOld) implements Ageing {}
}
