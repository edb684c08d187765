package org.medianest.commons.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class PortionsTest {
    private static final String DELETE =
            "delete from much where id in (select id from much where id < $1 order by id limit $2)";

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        run("create table much (id bigint primary key)");
    }

    @AfterEach
    void drop() {
        run("drop table much");
    }

    @Test
    void goesOnUntilNothingIsLeftThatFits() {
        run("insert into much select generate_series(1, 2500)");

        database.changeInPortions(DELETE, 2_400L).await().indefinitely();

        assertThat(count()).isEqualTo(101);
    }

    @Test
    void leavesTheRestForTheNextTimeWhenThereIsVeryMuch() {
        run("insert into much select generate_series(1, 60000)");

        database.changeInPortions(DELETE, 1_000_000L).await().indefinitely();

        assertThat(count()).isEqualTo(10_000);
    }

    private void run(String statement) {
        database.run(statement).await().indefinitely();
    }

    private long count() {
        return database.first(row -> row.getLong(0), "select count(*) from much")
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
