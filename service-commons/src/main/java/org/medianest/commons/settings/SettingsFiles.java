package org.medianest.commons.settings;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Passwords that lie in files, as secrets of containers do: {@code MEDIANEST_POSTGRES_PASSWORD_FILE} in place of
 * {@code MEDIANEST_POSTGRES_PASSWORD}. Only these; whoever reads another secret reads its file himself.
 */
public final class SettingsFiles implements ConfigSourceFactory {
    private static final List<String> SETTINGS = List.of(
            "medianest.postgres.password",
            "medianest.postgres.owner-password",
            "medianest.redis.password",
            "medianest.mail.password");

    /** Over what the application brings along, under the environment. */
    private static final int ORDINAL = 290;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> passwords = new HashMap<>();
        for (String setting : SETTINGS) {
            valueOf(context, setting + "-file").ifPresent(file -> {
                refuseSecondWord(context, setting);
                passwords.put(setting, literal(read(Path.of(file), setting)));
            });
        }
        return List.of(new PropertiesConfigSource(passwords, "files with passwords", ORDINAL));
    }

    private static void refuseSecondWord(ConfigSourceContext context, String setting) {
        if (valueOf(context, setting).isPresent()) {
            String name = variable(setting);
            throw new IllegalStateException(
                    "Both " + name + " and " + name + "_FILE are set, and only one of them can be meant. Remove one.");
        }
    }

    /** Without the newline that editors put at the end. */
    private static String read(Path file, String setting) {
        String name = variable(setting) + "_FILE";
        try {
            String password = Files.readString(file).replaceFirst("\\R\\z", "");
            if (password.isEmpty()) {
                throw new IllegalStateException(name + " names a file that is empty: " + file);
            }
            return password;
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " names a file that cannot be read: " + file, unreadable);
        }
    }

    /** A dollar would begin the name of another setting. */
    private static String literal(String password) {
        return password.replace("$", "$$");
    }

    private static Optional<String> valueOf(ConfigSourceContext context, String setting) {
        return Optional.ofNullable(context.getValue(setting))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isEmpty());
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
