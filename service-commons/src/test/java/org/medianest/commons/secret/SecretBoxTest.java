package org.medianest.commons.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final byte[] SECRET = "a token of Plex".getBytes(UTF_8);

    @TempDir
    Path folder;

    private SecretBox box;

    @BeforeEach
    void oneKey() throws IOException {
        box = boxWith(key(1));
    }

    @Test
    void secretOpensWhereItWasSealed() {
        String sealed = box.seal(SECRET, "integration/1");

        assertThat(box.open(sealed, "integration/1")).isEqualTo(SECRET);
        assertThat(sealed).doesNotContain("token");
    }

    @Test
    void textOpensAsItWasSealed() {
        String sealed = box.sealText("pässwörd 🔑", "integration/1");

        assertThat(box.openText(sealed, "integration/1")).isEqualTo("pässwörd 🔑");
        assertThat(box.open(sealed, "integration/1")).isEqualTo("pässwörd 🔑".getBytes(UTF_8));
    }

    @Test
    void secretCopiedToAnotherRowDoesNotOpen() {
        String sealed = box.seal(SECRET, "integration/1");

        assertThatThrownBy(() -> box.open(sealed, "integration/2")).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void changedBytesDoNotOpen() {
        String sealed = box.seal(SECRET, "integration/1");
        int middle = sealed.length() / 2;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);

        assertThatThrownBy(() -> box.open(changed, "integration/1")).isInstanceOf(SecretUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "00000000:AAAA", ":", "00000000:!!!"})
    void whatWasNeverSealedDoesNotOpen(String text) {
        assertThatThrownBy(() -> box.open(text, "integration/1")).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void oldSecretsOpenAfterTheKeyHasRotated() throws IOException {
        String old = box.seal(SECRET, "integration/1");

        SecretBox rotated = boxWith(key(2), key(1));

        assertThat(rotated.open(old, "integration/1")).isEqualTo(SECRET);
        assertThat(rotated.seal(SECRET, "integration/1").split(":")[0]).isNotEqualTo(old.split(":")[0]);
    }

    @Test
    void keyFileThatOthersCanReadIsRefused() throws IOException {
        Path open = keyFile("rw-r--r--", key(1));

        assertThatThrownBy(() -> SecretKeys.read(open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too short", "c2hvcnQ="})
    void malformedKeyFileIsRefused(String content) throws IOException {
        Path malformed = keyFile("rw-------", content);

        assertThatThrownBy(() -> SecretKeys.read(malformed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void missingKeyFileSaysHowToMakeOne() {
        assertThatThrownBy(() -> SecretKeys.read(folder.resolve("absent")))
                .hasMessageContaining("openssl rand -base64 32");
    }

    private SecretBox boxWith(String... newestFirst) throws IOException {
        return new SecretBox(SecretKeys.read(keyFile("rw-------", newestFirst)));
    }

    private Path keyFile(String permissions, String... lines) throws IOException {
        Path file = Files.createTempFile(folder, "key", null);
        Files.write(file, List.of(lines));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }
}
