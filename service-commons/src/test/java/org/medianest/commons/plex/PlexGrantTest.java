package org.medianest.commons.plex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.commons.plex.PlexGrant.Address;
import org.medianest.commons.plex.PlexGrant.Reach;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretKeys;

class PlexGrantTest {
    private static final Instant END = Instant.parse("2026-01-01T12:10:00Z");
    private static final UUID OLGA = UUID.randomUUID();
    private static final PlexGrant GRANT = new PlexGrant(
            "machine", "the-token", List.of(new Address(URI.create("http://10.0.0.5:32400"), Reach.LOCAL)), END);

    @TempDir
    Path folder;

    private SecretBox box;

    @BeforeEach
    void newKey() throws IOException {
        Path key = Files.createFile(
                folder.resolve("key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        box = new SecretBox(SecretKeys.read(key));
    }

    @Test
    void opensForTheAdminItWasMadeFor() {
        String sealed = GRANT.seal(box, OLGA);

        assertThat(PlexGrant.open(box, sealed, OLGA, END.minusSeconds(1))).contains(GRANT);
        assertThat(PlexGrant.open(box, sealed, UUID.randomUUID(), END.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void showsItsTokenToNobody() {
        assertThat(GRANT.seal(box, OLGA)).doesNotContain("the-token");
        assertThat(GRANT.toString()).doesNotContain("the-token");
    }

    @Test
    void isOverInTime() {
        assertThat(PlexGrant.open(box, GRANT.seal(box, OLGA), OLGA, END)).isEmpty();
    }

    @Test
    void whatWasChangedOrIsNoneDoesNotOpen() {
        String sealed = GRANT.seal(box, OLGA);

        assertThat(PlexGrant.open(box, sealed.substring(0, sealed.length() - 4) + "AAAA", OLGA, END.minusSeconds(1)))
                .isEmpty();
        assertThat(PlexGrant.open(box, "anything", OLGA, END.minusSeconds(1))).isEmpty();
        assertThat(PlexGrant.open(
                        box,
                        box.seal("other".getBytes(StandardCharsets.UTF_8), "plex-grant/" + OLGA),
                        OLGA,
                        END.minusSeconds(1)))
                .isEmpty();
    }
}
