package org.medianest.commons.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void idIsOfVersionSevenAndKnowsItsTime() {
        Instant before = Instant.now().minusMillis(1);

        UUID id = Uuid7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Uuid7.timeOf(id)).isBetween(before, Instant.now().plusMillis(50));
    }

    @Test
    void idsOfOneProcessSortByCreation() {
        List<String> ids = IntStream.range(0, 20_000)
                .mapToObj(i -> Uuid7.next().toString())
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfManyThreadsAreUnique() throws InterruptedException {
        List<Future<List<UUID>>> batches;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            batches = threads.invokeAll(Stream.generate(() -> (Callable<List<UUID>>)
                            () -> Stream.generate(Uuid7::next).limit(2_000).toList())
                    .limit(8)
                    .toList());
        }

        assertThat(batches.stream().flatMap(batch -> batch.resultNow().stream()))
                .doesNotHaveDuplicates();
    }
}
