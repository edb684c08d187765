package org.medianest.media.request.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The service beside systems that do what a test tells them. */
public class Household implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(KnownTitles.class, Getter.class);
    }
}
