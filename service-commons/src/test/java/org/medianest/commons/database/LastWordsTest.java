package org.medianest.commons.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class LastWordsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** More than there are connections. */
    private static final int OFTEN = 50;

    @Inject
    Database database;

    private final AtomicInteger commits = new AtomicInteger();

    /** Numbers that must not be negative. */
    private static final class Numbers implements LastWords {
        private final List<Integer> numbers = new ArrayList<>();

        @Override
        public String statement() {
            return "insert into line (number) select * from unnest($1::int[])";
        }

        @Override
        public Object[] values() {
            if (numbers.contains(0)) {
                throw new IllegalArgumentException("nothing to say");
            }
            return new Object[] {numbers};
        }
    }

    @BeforeEach
    void emptyTable() {
        run("create table line (nth int generated always as identity, number int not null check (number >= 0))");
    }

    @AfterEach
    void away() {
        run("drop table line");
    }

    @Test
    void lastWordsAreWrittenOnceBehindTheWork() {
        inTransaction(transaction -> {
            say(transaction, 2);
            say(transaction, 3);
            return work(transaction, 1);
        });

        assertThat(lines()).containsExactly(1, 2, 3);
        assertThat(commits).hasValue(1);
    }

    @Test
    void withLastWordsThatFailNothingIsKept() {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> inTransaction(transaction -> {
                        say(transaction, -1);
                        return work(transaction, 1);
                    }))
                    .isInstanceOfSatisfying(
                            PgException.class,
                            refused -> assertThat(refused.getSqlState()).isEqualTo("23514"));
        }

        assertThat(lines()).isEmpty();
        assertThat(commits).hasValue(0);
    }

    @Test
    void withLastWordsThatCannotBeSaidNothingIsKept() {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> inTransaction(transaction -> {
                        say(transaction, 0);
                        return work(transaction, 1);
                    }))
                    .hasMessage("nothing to say");
        }

        assertThat(lines()).isEmpty();
        assertThat(commits).hasValue(0);
    }

    @Test
    void withAnEmptyListThatTheDriverMayRefuseNothingIsKept() {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> inTransaction(transaction -> {
                        transaction.lastWords(Numbers.class, Numbers::new);
                        return work(transaction, 1);
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(lines()).isEmpty();
        assertThat(commits).hasValue(0);
    }

    @Test
    void workThatFailsHasNoLastWords() {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> inTransaction(transaction -> {
                        say(transaction, 2);
                        return work(transaction, 1)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")));
                    }))
                    .hasMessage("no");
        }

        assertThat(lines()).isEmpty();
        assertThat(commits).hasValue(0);
    }

    @Test
    void workThatIsNotEvenBegunLeavesItsConnection() {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> inTransaction(transaction -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }

        assertThat(lines()).isEmpty();
    }

    private void inTransaction(Function<Transaction, Uni<Void>> work) {
        database.inTransaction(transaction -> {
                    transaction.afterCommit(commits::incrementAndGet);
                    return work.apply(transaction);
                })
                .await()
                .atMost(SOON);
    }

    private static void say(Transaction transaction, int number) {
        transaction.lastWords(Numbers.class, Numbers::new).numbers.add(number);
    }

    private static Uni<Void> work(Transaction transaction, int number) {
        return transaction
                .change("insert into line (number) values ($1)", number)
                .replaceWithVoid();
    }

    private List<Integer> lines() {
        return database.list(row -> row.getInteger("number"), "select number from line order by nth")
                .await()
                .atMost(SOON);
    }

    private void run(String sql) {
        database.run(sql).await().atMost(SOON);
    }
}
