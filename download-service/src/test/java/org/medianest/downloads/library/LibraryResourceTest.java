package org.medianest.downloads.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.id.Uuid7;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** What the administrator is told about files and rows that do not belong together. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class LibraryResourceTest extends ServiceTest {
    private static final String REPORT = DOWNLOADS + "/library/report";

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void emptyLibrary() {
        names(LibraryFolder.root()).stream()
                .filter(name -> !name.startsWith("."))
                .forEach(name -> Folders.delete(LibraryFolder.root().resolve(name)));
    }

    @Test
    void whatBelongsTogetherIsNotReported() throws IOException {
        row("anna/Film.mp4");
        file("anna/Film.mp4");
        file("anna/Film.jpg");
        file(".staging/half.mp4");
        file("anna/Unwanted.mp4");
        update("insert into discarded_file (path) values ('anna/Unwanted.mp4') on conflict do nothing");

        JsonPath report = report();

        assertThat(report.getLong("downloads")).isEqualTo(1);
        assertThat(report.getLong("files")).isEqualTo(2);
        assertThat(report.getLong("downloadsWithoutFile")).isZero();
        assertThat(report.getLong("filesWithoutDownload")).isZero();
    }

    @Test
    void rowsWithoutFileAndFilesWithoutRowAreNamedAndLeftAlone() throws IOException {
        UUID lost = row("anna/Lost.mp4");
        row("anna/Film.mp4");
        file("anna/Film.mp4");
        Path stray = file("bob/Später.mkv");
        file("bob/picture of nothing.jpg");

        JsonPath report = report();

        assertThat(report.getLong("downloadsWithoutFile")).isEqualTo(1);
        assertThat(report.getString("lostFiles[0].download")).isEqualTo(lost.toString());
        assertThat(report.getString("lostFiles[0].path")).isEqualTo("anna/Lost.mp4");
        assertThat(report.getLong("filesWithoutDownload")).isEqualTo(2);
        assertThat(report.getList("strayFiles.path", String.class))
                .containsExactlyInAnyOrder("bob/Später.mkv", "bob/picture of nothing.jpg");
        assertThat(report.getLong("strayFiles[0].bytes")).isEqualTo(4);
        assertThat(stray).exists();
        assertThat(this.<Long>sql("select count(*) from job where id = ?", lost))
                .isEqualTo(1);
        assertThat(metrics.get("medianest.downloads.library.lost").gauge().value())
                .isEqualTo(1);
        assertThat(metrics.get("medianest.downloads.library.stray").gauge().value())
                .isEqualTo(2);
    }

    @Test
    void largeLibraryIsCountedWholeAndNamedInPart() throws IOException {
        update("""
            insert into job (id, owner, username, url, quality, state, title, not_before, created_at, updated_at, finished_at,
                             file_path, file_bytes)
            select gen_random_uuid(), gen_random_uuid(), 'anna', 'https://example.org/v', 'BEST', 'COMPLETED', 'Film', now(), now(),
                   now(), now(), 'anna/lost-' || n || '.mp4', 4
            from generate_series(1, 1050) n
            """);
        for (int i = 0; i < 1_050; i++) {
            file("anna/stray-" + i + ".mp4");
        }

        JsonPath report = report();

        assertThat(report.getLong("downloadsWithoutFile")).isEqualTo(1_050);
        assertThat(report.getLong("filesWithoutDownload")).isEqualTo(1_050);
        assertThat(report.getList("lostFiles")).hasSize(100);
        assertThat(report.getList("strayFiles")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"downloads:manage", "settings:manage"})
    void thoseWhoRunItMayAsk(String permission) {
        new Person(UUID.randomUUID(), "admin", permission)
                .asks()
                .get(REPORT)
                .then()
                .statusCode(200);
    }

    @Test
    void othersMayNot() {
        Person.named("anna").asks().get(REPORT).then().statusCode(403);
        given().get(REPORT).then().statusCode(401);
    }

    private static JsonPath report() {
        return new Person(UUID.randomUUID(), "admin", "downloads:manage")
                .asks()
                .get(REPORT)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UUID row(String place) {
        UUID id = Uuid7.next();
        update("""
            insert into job (id, owner, username, url, quality, state, title, not_before, created_at, updated_at, finished_at,
                             file_path, file_bytes)
            values (?, ?, 'anna', 'https://example.org/v', 'BEST', 'COMPLETED', 'Film', now(), now(), now(), now(), ?, 4)
            """, id, UUID.randomUUID(), place);
        return id;
    }

    private static Path file(String place) throws IOException {
        Path file = LibraryFolder.root().resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "film");
    }
}
