package org.medianest.downloads.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.id.Uuid7;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

@QuarkusTest
@TestProfile(QueueOnly.class)
class FileResourceTest extends ServiceTest {
    private static final int SIZE = 300_000;

    private final Person ada = Person.named("ada.files");
    private final UUID id = Uuid7.next();
    private final byte[] content = new byte[SIZE];
    private Path file;

    @BeforeEach
    void completedDownload() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            content[i] = (byte) (i * 31 + i / 256);
        }
        file = put("ada.files/A video \"動画\" [x].mp4");
    }

    @Test
    void wholeFileIsServed() {
        Response answer = whole();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(content);
        assertThat(answer.header("Content-Length")).isEqualTo("300000");
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"A video ____ [x].mp4\";"
                        + " filename*=UTF-8''A%20video%20%22%E5%8B%95%E7%94%BB%22%20%5Bx%5D.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 299999",
        "bytes=0-0, 0, 0",
        "bytes=100-199, 100, 199",
        "bytes=299999-, 299999, 299999",
        "bytes=200000-999999999, 200000, 299999",
        "bytes=-500, 299500, 299999",
    })
    void partIsServed(String range, int from, int to) {
        Response answer = get(range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/300000");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(to - from + 1));
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(content, from, to + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=300000-", "bytes=-0", "bytes=9-1", "bytes=x", "bytes=0-1,3-4"})
    void partThatIsNotThereIsUnsatisfiable(String range) {
        Response answer = get(range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */300000");
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void partIsServedOnlyToThoseWhoHoldTheSameFile() {
        String etag = whole().header("ETag");
        String date = whole().header("Last-Modified");

        assertThat(withIfRange(etag)).isEqualTo(206);
        assertThat(withIfRange(date)).isEqualTo(206);
        assertThat(withIfRange("\"other\"")).isEqualTo(200);
        assertThat(withIfRange("W/" + etag)).isEqualTo(200);
        assertThat(withIfRange("Mon, 01 Jan 2001 00:00:00 GMT")).isEqualTo(200);
    }

    @Test
    void fileThatIsKnownIsNotSentAgain() {
        String etag = whole().header("ETag");

        ada.asks()
                .header("If-None-Match", "\"x\", " + etag)
                .get(url())
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
        ada.asks()
                .header("If-Modified-Since", whole().header("Last-Modified"))
                .get(url())
                .then()
                .statusCode(304);
        ada.asks().header("If-None-Match", "\"x\"").get(url()).then().statusCode(200);
    }

    @Test
    void headTellsTheSizeOnly() {
        ada.asks()
                .head(url())
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo("300000"))
                .header("Accept-Ranges", equalTo("bytes"));
    }

    @Test
    void savingIsAnAttachment() {
        ada.asks()
                .get(url() + "?save=true")
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename="));
    }

    @Test
    void fileThatSomebodyTookAwayIsNotFound() throws IOException {
        Files.delete(file);

        ada.asks().get(url()).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void linkOutOfTheLibraryIsNotFollowed() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".mp4"), "SECRET");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        ada.asks().get(url()).then().statusCode(404);
    }

    @Test
    void pathOutOfTheLibraryIsNotFollowed() {
        update("update job set file_path = '../../../etc/passwd.mp4' where id = ?", id);

        ada.asks().get(url()).then().statusCode(404);
    }

    @Test
    void anothersFileIsNotFound() {
        Person eve = Person.named("eve");

        eve.asks().header("Range", "bytes=0-1").get(url()).then().statusCode(404);
        eve.asks().head(url()).then().statusCode(404);
    }

    @Test
    void removingTakesTheFileAndItsPicture() throws IOException {
        Path picture = Files.write(file.resolveSibling("A video \"動画\" [x].jpg"), new byte[] {1});

        ada.asks().delete(DOWNLOADS + "/" + id).then().statusCode(204);

        assertThat(file).doesNotExist();
        assertThat(picture).doesNotExist();
        assertThat(this.<Long>sql("select count(*) from job where id = ?", id)).isZero();
    }

    private Path put(String place) throws IOException {
        Path target = LibraryFolder.root().resolve(place);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.write(target, content);
        update(
                "insert into job (id, owner, username, url, quality, state, file_path, file_bytes, not_before, created_at, updated_at,"
                        + " finished_at) values (?, ?, 'ada.files', 'https://example.org', 'BEST', 'COMPLETED', ?, ?, now(), now(), now(), now())",
                id,
                ada.id(),
                place,
                SIZE);
        return target;
    }

    private Response whole() {
        return ada.asks().get(url());
    }

    private Response get(String range) {
        return ada.asks().header("Range", range).get(url());
    }

    private int withIfRange(String validator) {
        return ada.asks()
                .header("Range", "bytes=0-9")
                .header("If-Range", validator)
                .get(url())
                .statusCode();
    }

    private String url() {
        return DOWNLOADS + "/" + id + "/file";
    }
}
