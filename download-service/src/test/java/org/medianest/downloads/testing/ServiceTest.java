package org.medianest.downloads.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** The service with real PostgreSQL, Redis, yt-dlp and ffmpeg, and people who use it over HTTP. */
@WithTestResource(value = PostgresAndRedis.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestTokens.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MediaServer.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = LibraryFolder.class, scope = TestResourceScope.GLOBAL)
public abstract class ServiceTest {
    protected static final String DOWNLOADS = "/api/v1/downloads";
    protected static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    @DataSource("migrations")
    protected AgroalDataSource database;

    @Inject
    protected RedisDataSource redis;

    /** Tests share a database: what one has left in the queue would keep the hands of the next one's worker busy. */
    @AfterEach
    void nothingStaysInTheQueue() {
        update("delete from job");
    }

    /** Somebody with an account. */
    public record Person(UUID id, String name, String... permissions) {
        public static Person named(String name) {
            return new Person(UUID.randomUUID(), name, "downloads:create");
        }

        /** A request in their name. */
        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + TestTokens.of(id, name, permissions));
        }
    }

    protected static Map<String, Object> wish(String url) {
        return Map.of("url", url, "quality", "BEST");
    }

    protected static ValidatableResponse submit(Person person, Map<String, ?> wish) {
        return person.asks()
                .contentType(ContentType.JSON)
                .body(wish)
                .post(DOWNLOADS)
                .then();
    }

    protected static String submitted(Person person, String url) {
        return submit(person, wish(url)).statusCode(202).extract().path("id");
    }

    protected static JsonPath find(Person person, String id) {
        return person.asks()
                .get(DOWNLOADS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static JsonPath awaitState(Person person, String id, String... states) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(person, id), download -> List.of(states).contains(download.getString("state")));
    }

    protected static JsonPath completed(Person person, String id) {
        JsonPath download = awaitState(person, id, "COMPLETED", "FAILED");
        assertThat(download.getString("state")).as(download.prettify()).isEqualTo("COMPLETED");
        return download;
    }

    /** The types of the events about a download, as they came out of the outbox. */
    protected List<String> events(String id) {
        return new EventProbe(redis)
                .typesAbout(EventStream.DOWNLOADS, id).stream()
                        .map(type -> type.replaceAll("medianest\\.download\\.(.*)\\.v1", "$1"))
                        .toList();
    }

    protected void awaitEvents(String id, String... types) {
        await().atMost(SOON).untilAsserted(() -> assertThat(events(id)).containsExactly(types));
    }

    /** The first column of the first row. */
    @SuppressWarnings("unchecked")
    protected <T> T sql(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? (T) row.getObject(1) : null;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    protected long jobsOf(Person person) {
        return this.<Long>sql("select count(*) from job where owner = ?", person.id());
    }

    /** Of a call that has ended. */
    protected static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    protected int update(String command, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, command, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... parameters)
            throws SQLException {
        connection.setSchema("downloads");
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The files of a person in the library. */
    protected static List<String> filesOf(Person person) {
        return names(LibraryFolder.root().resolve(person.name()));
    }

    protected static Path staging(String id) {
        return LibraryFolder.root().resolve(".staging").resolve(id);
    }

    protected static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The processes that work on a download: those that name its folder. */
    protected static List<ProcessHandle> processesOf(String id) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(id))
                .toList();
    }
}
