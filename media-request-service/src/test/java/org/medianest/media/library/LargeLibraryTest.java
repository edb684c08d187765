package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.media.testing.MediaServiceTest;

/** With 100,000 titles of two random words each, every question is answered by an index. */
@MediaServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeLibraryTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    LibrarySearch search;

    @BeforeAll
    void manyTitles() {
        run("""
                insert into library_item (rating_key, machine, section, type, tmdb_id, title, words, trigrams, added_at, seen)
                select 'large' || n, 'large', '1', case when n % 5 = 0 then 'SERIES' else 'MOVIE' end, 960000000 + n, words, words,
                    array(select distinct substr('  ' || word || ' ', at, 3) from unnest(string_to_array(words, ' ')) word,
                          generate_series(1, length(word) + 1) at),
                    now() - n * interval '1 minute', 1
                from (select n, translate(substr(md5(n::text), 1, 8) || ' ' || substr(md5(n::text), 9, 6), '0123456789', 'ghijklmnop')
                    as words from generate_series(1, 100000) n) titles
                """);
        PostgresAndRedis.administer("vacuum analyze media.library_item");
    }

    @AfterAll
    void fewTitles() {
        run("delete from library_item where machine = 'large'");
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("by name", LibrarySearch.ALIKE, new Object[] {Words.trigrams("unheard lighthouse")}),
                Arguments.of("newest", LibrarySearch.NEWEST, new Object[] {20}),
                Arguments.of("standings", LibraryStore.HOLDINGS, new Object[] {
                    List.of("MOVIE", "SERIES"), List.of(960_000_001, 960_000_005)
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void questionIsAnsweredByAnIndex(String name, String sql, Object[] values) {
        String plan = String.join(
                "\n",
                database.list(row -> row.getString(0), "explain " + sql, values)
                        .await()
                        .atMost(SOON));

        assertThat(plan).doesNotContain("Seq Scan on library_item").contains("Index");
    }

    @Test
    void titleIsFoundInSpiteOfATypingError() {
        String title = database.first(
                        row -> row.getString(0), "select title from library_item where rating_key = 'large77'")
                .await()
                .atMost(SOON)
                .orElseThrow();
        String typed = title.charAt(1) + title.substring(0, 1) + title.substring(2);

        List<LibraryTitle> found = search.byName(typed, 20).await().atMost(SOON);

        assertThat(found).map(LibraryTitle::title).contains(title);
    }

    private void run(String statement) {
        database.run(statement).await().atMost(SOON);
    }
}
