package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void passwords() throws IOException {
        for (String user : List.of("admin", "auth", "media", "downloads", "gateway", "monitor")) {
            Files.writeString(folder.resolve("redis_" + user), "secret of " + user + "\n");
        }
    }

    @Test
    void passwordsAreNeitherPrintedNorWritten() throws IOException {
        Render done = Render.attempt(folder);

        assertThat(done.said()).isEmpty();
        assertThat(folder.resolve("run/users.acl")).content().doesNotContain("secret of", "${");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run/users.acl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachUserHasTheHashOfItsPasswordWithoutTheNewline() throws IOException {
        Render.run(folder);

        // printf %s 'secret of monitor' | sha256sum
        assertThat(folder.resolve("run/users.acl"))
                .content()
                .contains("user monitor on #09eda7de1063783ef2afa58b8ee70f5c2f1cd2cd7a8dbdb8ea18c67202307521 ")
                .contains("user default off");
    }

    @Test
    void missingPasswordIsNamedAndNothingIsReplaced() throws IOException {
        Render.run(folder);
        String before = Files.readString(folder.resolve("run/users.acl"));
        Files.writeString(folder.resolve("redis_admin"), "another");
        Files.delete(folder.resolve("redis_media"));

        Render refused = Render.attempt(folder);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.said()).contains("The password of the Redis user media is missing: " + folder);
        assertThat(folder.resolve("run/users.acl")).hasContent(before);
    }

    @Test
    void emptyPasswordIsRefused() throws IOException {
        Files.writeString(folder.resolve("redis_auth"), "\n");

        Render refused = Render.attempt(folder);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.said()).contains("The password of the Redis user auth is empty");
        assertThat(folder.resolve("run/users.acl")).doesNotExist();
    }
}
