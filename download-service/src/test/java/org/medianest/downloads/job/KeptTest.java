package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** In a house that keeps downloads for thirty days. */
@QuarkusTest
@TestProfile(KeptTest.ForThirtyDays.class)
class KeptTest extends ServiceTest {
    private final Person ada = Person.named("ada.kept");

    @Inject
    Upkeep upkeep;

    /** Without hands, too. */
    public static final class ForThirtyDays implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QueueOnly().getConfigOverrides());
            settings.put("medianest.downloads.jobs.kept", "30d");
            return settings;
        }
    }

    @Test
    void whatIsOlderGoesWithItsFileAndItsOwnerHearsOfIt() throws IOException {
        String old = submitted(ada, "https://youtu.be/dQw4w9WgXcQ");
        String young = submitted(ada, "https://youtu.be/dQw4w9WgXcQ");
        String waiting = submitted(ada, "https://youtu.be/dQw4w9WgXcQ");
        Path oldFile = completed(old, "old.mp4", 31);
        Path youngFile = completed(young, "young.mp4", 29);

        upkeep.removeOld().await().indefinitely();

        assertThat(oldFile).doesNotExist();
        assertThat(youngFile).exists();
        ada.asks().get(DOWNLOADS + "/" + old).then().statusCode(404);
        assertThat(find(ada, young).getString("state")).isEqualTo("COMPLETED");
        assertThat(Instant.parse(find(ada, young).getString("keptUntil")))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
        assertThat(find(ada, waiting).getString("state")).isEqualTo("QUEUED");
        assertThat(find(ada, waiting).getString("keptUntil")).isNull();
        awaitEvents(old, "queued", "removed");
    }

    private Path completed(String id, String name, int daysAgo) throws IOException {
        Path file = LibraryFolder.root().resolve(ada.name()).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
        update(
                "update job set state = 'COMPLETED', file_path = ?, file_bytes = 3, finished_at = now() - ? * interval '1 day' where id = ?",
                ada.name() + "/" + name,
                daysAgo,
                UUID.fromString(id));
        return file;
    }
}
