package org.medianest.compose.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;

/** The real tables: what the services' migrations make of an empty database, in the order of their versions. */
final class Tables {
    private static final Map<String, String> SERVICES = Map.of(
            "auth", "auth-service",
            "media", "media-request-service",
            "downloads", "download-service",
            "status", "gateway-service");

    /** As Flyway keeps it. */
    private static final String HISTORY = """
        create table flyway_schema_history (installed_rank int primary key, version varchar(50), description varchar(200) not null,
            type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
            installed_on timestamp not null default now(), execution_time int not null, success boolean not null);
        insert into flyway_schema_history values (1, '1', 'first', 'SQL', 'V1__first.sql', 4711, 'owner', now(), 5, true);
        """;

    private Tables() {}

    static void apply(BackedUpNest nest) {
        List<String> roles =
                new ArrayList<>(List.of("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", "medianest"));
        passwordsNamedIn(Repository.text("infrastructure/postgres/roles.sql"))
                .forEach(name -> roles.addAll(List.of("-v", name + "=secret")));
        roles.addAll(List.of(
                "-f", nest.folder().resolve("infrastructure/postgres/roles.sql").toString(),
                "-f", nest.scripts().resolve("schema.sql").toString()));
        nest.must(roles.toArray(String[]::new));
        SERVICES.forEach((schema, service) ->
                nest.sql("set search_path = %s; %s %s".formatted(schema, migrations(service), HISTORY)));
    }

    /** One checksum a table, over all its rows. */
    static Map<String, String> checksums(BackedUpNest nest) {
        List<String> tables = nest.sql("""
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('auth', 'media', 'downloads', 'status') order by 1\
            """).lines().toList();
        String each = tables.stream()
                .map(table ->
                        "select '%s=' || count(*) || '/' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                                .formatted(table, table))
                .collect(Collectors.joining(" union all "));
        return nest.sql(each)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Stream<String> passwordsNamedIn(String script) {
        return Pattern.compile(":'(\\w+)'")
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .distinct();
    }

    private static String migrations(String service) {
        return Stream.of("service-commons/src/main/resources/db/events", service + "/src/main/resources/db/migration")
                .flatMap(folder -> files(Repository.file(folder)))
                .map(Repository::text)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(Tables::number))
                    .map(file -> Repository.file("").relativize(file).toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** V0_3__x.sql is 3, V12__x.sql is 12. */
    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("^V(0_)?(\\d+)__.*", "$2"));
    }
}
