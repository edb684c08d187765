package org.medianest.commons.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class ConflictTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Database database;

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    @BeforeEach
    void twoRows() {
        run("create table pair (id int primary key, changes int not null default 0)");
        run("insert into pair (id) values (1), (2)");
    }

    @AfterEach
    void away() {
        run("drop table pair");
    }

    @Test
    void deadlockIsNotSeenOutside() {
        CompletableFuture<Void> one = new CompletableFuture<>();
        CompletableFuture<Void> two = new CompletableFuture<>();

        CompletableFuture<Void> forth = both(1, one, two, 2);
        CompletableFuture<Void> back = both(2, two, one, 1);
        CompletableFuture.allOf(forth, back)
                .orTimeout(SOON.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();

        assertThat(changes()).containsExactly(2, 2);
        assertThat(runs).hasValue(3);
        assertThat(commits).hasValue(2);
    }

    @Test
    void whatIsAlwaysInConflictFailsInTheEnd() {
        assertThatThrownBy(() -> database.inTransaction(transaction -> {
                            runs.incrementAndGet();
                            transaction.afterCommit(commits::incrementAndGet);
                            return transaction
                                    .run("update pair set changes = changes + 1")
                                    .chain(() -> transaction.run(
                                            "do $$ begin raise exception 'no' using errcode = '40001'; end $$"));
                        })
                        .await()
                        .atMost(SOON))
                .isInstanceOfSatisfying(
                        PgException.class,
                        refused -> assertThat(refused.getSqlState()).isEqualTo("40001"));
        assertThat(runs).hasValue(4);
        assertThat(commits).hasValue(0);
        assertThat(changes()).containsExactly(0, 0);
    }

    /** Holds the first row until somebody holds the other one, and then wants that too. */
    private CompletableFuture<Void> both(
            int first, CompletableFuture<Void> hasFirst, CompletableFuture<Void> otherHas, int second) {
        return database.<Void>inTransaction(transaction -> {
                    runs.incrementAndGet();
                    transaction.afterCommit(commits::incrementAndGet);
                    return change(transaction, first)
                            .invoke(() -> hasFirst.complete(null))
                            .chain(() -> Uni.createFrom().completionStage(otherHas))
                            .chain(() -> change(transaction, second));
                })
                .subscribeAsCompletionStage();
    }

    private static Uni<Void> change(Transaction transaction, int row) {
        return transaction
                .change("update pair set changes = changes + 1 where id = $1", row)
                .replaceWithVoid();
    }

    private List<Integer> changes() {
        return database.list(row -> row.getInteger(0), "select changes from pair order by id")
                .await()
                .atMost(SOON);
    }

    private void run(String sql) {
        database.run(sql).await().atMost(SOON);
    }
}
