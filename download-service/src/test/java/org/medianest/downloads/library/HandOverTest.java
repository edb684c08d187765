package org.medianest.downloads.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.id.Uuid7;
import org.medianest.downloads.testing.BehindNginx;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.ServiceTest;

/** Files that nginx sends: who may have them is asked here all the same. */
@QuarkusTest
@TestProfile(BehindNginx.class)
class HandOverTest extends ServiceTest {
    private final Person ada = Person.named("ada.files");
    private final UUID id = Uuid7.next();
    private Path file;

    @BeforeEach
    void completedDownload() throws IOException {
        String place = "ada.files/100% \"動画\" #1? [x]; a+b.mp4";
        file = LibraryFolder.root().resolve(place);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, "film");
        update(
                "insert into job (id, owner, username, url, quality, state, file_path, file_bytes, not_before,"
                        + " created_at, updated_at, finished_at) values (?, ?, 'ada.files', 'https://example.org', 'BEST',"
                        + " 'COMPLETED', ?, 4, now(), now(), now(), now())",
                id,
                ada.id(),
                place);
    }

    @Test
    void nginxIsToldWhichFileAndAsWhat() {
        Response answer = ada.asks().get(url());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEmpty();
        assertThat(answer.header("X-Accel-Redirect"))
                .isEqualTo("/protected-files/ada.files/"
                        + "100%25%20%22%E5%8B%95%E7%94%BB%22%20%231%3F%20%5Bx%5D%3B%20a%2Bb.mp4");
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Disposition")).startsWith("inline; filename=\"100_ _");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
    }

    @Test
    void rangesAndValidatorsAreLeftToNginx() {
        ada.asks()
                .header("Range", "bytes=0-1")
                .header("If-None-Match", "*")
                .get(url())
                .then()
                .statusCode(200)
                .header("X-Accel-Redirect", startsWith("/protected-files/"))
                .header("ETag", nullValue())
                .header("Accept-Ranges", nullValue())
                .header("Content-Range", nullValue());
        ada.asks().head(url()).then().statusCode(200).header("X-Accel-Redirect", startsWith("/protected-files/"));
    }

    @Test
    void nginxIsNotSentWhereTheOwnerMayNotGo() throws IOException {
        Person.named("eve").asks().get(url()).then().statusCode(404).header("X-Accel-Redirect", nullValue());
        update("update job set file_path = '../../../etc/passwd.mp4' where id = ?", id);
        ada.asks().get(url()).then().statusCode(404).header("X-Accel-Redirect", nullValue());
    }

    @Test
    void nginxIsNotSentOutOfTheLibraryByALink() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".mp4"), "SECRET");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        ada.asks().get(url()).then().statusCode(404).header("X-Accel-Redirect", nullValue());
    }

    private String url() {
        return DOWNLOADS + "/" + id + "/file";
    }
}
