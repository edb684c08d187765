package org.medianest.downloads.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the service would read them, without the service. */
public final class Settings {
    private Settings() {}

    /** What is not given has its default. */
    public static <T> T of(Class<T> mapping, Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(mapping);
    }
}
