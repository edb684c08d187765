package org.medianest.commons.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFilesTest {
    private static final Map<String, String> APPLICATION = Map.of(
            "medianest.postgres.password", "",
            "medianest.postgres.owner-password", "",
            "medianest.redis.password", "",
            "signs.in.with", "${medianest.redis.password}");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MEDIANEST_POSTGRES_PASSWORD_FILE, medianest.postgres.password",
        "MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE, medianest.postgres.owner-password",
        "MEDIANEST_REDIS_PASSWORD_FILE, medianest.redis.password"
    })
    void fileSaysThePassword(String variable, String setting) throws IOException {
        SmallRyeConfig config = config(Map.of(variable, file("secret\n")));

        assertThat(config.getValue(setting, String.class)).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pass word ", "pass\nword", "\npassword", "pass=word#", "${password}", "pa$$word", "a$b", "$"})
    void nothingButTheLastNewlineIsLeftOut(String password) throws IOException {
        SmallRyeConfig config = config(Map.of("MEDIANEST_REDIS_PASSWORD_FILE", file(password + "\r\n")));

        assertThat(config.getValue("medianest.redis.password", String.class)).isEqualTo(password);
        assertThat(config.getValue("signs.in.with", String.class)).isEqualTo(password);
    }

    @Test
    void withoutAFileThePasswordIsTheOneOfTheEnvironment() {
        SmallRyeConfig config =
                config(Map.of("MEDIANEST_REDIS_PASSWORD", "secret", "MEDIANEST_REDIS_PASSWORD_FILE", ""));

        assertThat(config.getValue("medianest.redis.password", String.class)).isEqualTo("secret");
    }

    @Test
    void missingFileIsRefused() {
        String missing = folder.resolve("missing").toString();

        assertThatThrownBy(() -> config(Map.of("MEDIANEST_POSTGRES_PASSWORD_FILE", missing)))
                .hasMessage("MEDIANEST_POSTGRES_PASSWORD_FILE names a file that cannot be read: " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void emptyFileIsRefused(String text) {
        assertThatThrownBy(() -> config(Map.of("MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE", file(text))))
                .hasMessageContaining("MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE names a file that is empty");
    }

    @Test
    void passwordThatIsSaidTwiceIsRefused() {
        assertThatThrownBy(() -> config(
                        Map.of("MEDIANEST_REDIS_PASSWORD", "secret", "MEDIANEST_REDIS_PASSWORD_FILE", file("secret"))))
                .hasMessageContaining("Both MEDIANEST_REDIS_PASSWORD and MEDIANEST_REDIS_PASSWORD_FILE are set");
    }

    @Test
    void othersReadTheirFilesThemselves() throws IOException {
        SmallRyeConfig config = config(Map.of("MEDIANEST_SECRETS_KEY_FILE", file("key")));

        assertThat(config.getOptionalValue("medianest.secrets.key", String.class))
                .isEmpty();
    }

    @Test
    void everyServiceHasIt() {
        assertThat(ServiceLoader.load(io.smallrye.config.ConfigSourceFactory.class))
                .hasAtLeastOneElementOfType(SettingsFiles.class);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("password"), text).toString();
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(APPLICATION, "application.properties", 250),
                        new EnvConfigSource(environment, 300))
                .withSources(new SettingsFiles())
                .build();
    }
}
