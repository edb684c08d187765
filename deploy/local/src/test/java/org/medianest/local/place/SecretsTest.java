package org.medianest.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void passwordStaysTheSame() throws IOException {
        String first = new Secrets(folder).password("redis");

        String second = new Secrets(folder).password("redis");

        assertThat(second).isEqualTo(first).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void keyIsThirtyTwoBytesThatOnlyTheOwnerReads() throws IOException {
        Path key = new Secrets(folder).key("secrets");

        assertThat(Base64.getDecoder().decode(Files.readString(key).strip())).hasSize(32);
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void fileThatOthersCouldReadIsClosed() throws IOException {
        Secrets secrets = new Secrets(folder);
        Path key = secrets.key("secrets");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        secrets.key("secrets");

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void halfWrittenSecretOfACrashIsNotUsed() throws IOException {
        Files.writeString(folder.resolve("redis.password.new"), "half");

        assertThat(new Secrets(folder).password("redis")).hasSize(43);
    }
}
