package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.Repository;

/**
 * While services are replaced, the version before works on tables that were migrated for the new one. So a migration adds; it takes
 * away only what no version before needs any more, and says so in a comment that begins with {@code -- contract:}.
 */
class MigrationsTest {
    private static final List<String> MODULES =
            List.of("auth-service", "media-request-service", "download-service", "gateway-service", "service-commons");

    /** What hurts a version that does not know of it. */
    private static final Map<String, Pattern> HARMFUL = Map.of(
            "takes something away",
            pattern("\\bdrop (table|column|view|schema|type|function|sequence)\\b"),
            "gives something another name",
            pattern("\\brename\\b"),
            "changes a type",
            pattern("\\balter column \\S+ (set data )?type\\b"),
            "demands a value that an older version does not give",
            pattern("\\badd column (if not exists )?\\S+ (?:(?!\\bdefault\\b|,).)*\\bnot"
                    + " null\\b(?:(?!\\bdefault\\b|,).)*(,|$)"),
            "demands a value of rows that may have none",
            pattern("\\bset not null\\b"),
            "takes away a value that an older version relies on",
            pattern("\\bdrop default\\b"),
            "deletes rows",
            pattern("\\b(truncate|delete from)\\b"));

    @Test
    void noMigrationHurtsTheVersionBefore() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> files = migrations();
        for (Path file : files) {
            faults(Files.readString(file)).forEach(fault -> faults.add(file.getFileName() + " " + fault));
        }

        assertThat(files).hasSizeGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    /** What a prepared statement answers must not change: Postgres refuses it once when a column has come. */
    @Test
    void noStatementAsksForWhateverColumnsATableHas() throws IOException {
        Pattern all = Pattern.compile("(select|returning)\\s+(\\w+\\.)?\\*\\s*(,|\"|from (?!\\(|unnest|jsonb_))");
        List<Path> faults = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Repository.file(module + "/src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> all.matcher(text(file)).find())
                        .forEach(faults::add);
            }
        }

        assertThat(faults).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table job;",
                "alter table job drop column title;",
                "alter table job rename column title to name;",
                "alter table job alter column title type text;",
                "alter table job add column size bigint not null;",
                "alter table job add column a text, add column size bigint not null, add column b int default 1;",
                "alter table job alter column title set not null;",
                "delete from job;",
                "-- contract: but this comment belongs to the first\ncreate table a (b int);\ndrop table job;"
            })
    void whatHurtsIsFound(String sql) {
        assertThat(faults(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table job (id uuid primary key, title text not null);",
                "alter table job add column size bigint;",
                "alter table job add column size bigint not null default 0;",
                "drop index job_title;",
                "-- drop table job is what we do not do\ncreate index job_title on job (title);",
                "-- contract: nothing has read it since 0.3\nalter table job drop column title;"
            })
    void whatHelpsMayPass(String sql) {
        assertThat(faults(sql)).isEmpty();
    }

    private static List<String> faults(String sql) {
        List<String> faults = new ArrayList<>();
        for (String statement : sql.split(";")) {
            if (statement.contains("-- contract: ")) {
                continue;
            }
            String plain = statement
                    .replaceAll("--[^\\n]*", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            HARMFUL.forEach((harm, pattern) -> {
                if (pattern.matcher(plain).find()) {
                    faults.add(harm + ": " + plain);
                }
            });
        }
        return faults;
    }

    private static List<Path> migrations() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Repository.file(module + "/src/main/resources/db"))) {
                files.filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
