package org.medianest.compose.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.KnownTests;
import org.medianest.compose.testing.Repository;

/** A claim without a test is a hope: each test that docs/operations/security-model.md names is there. */
class SecurityModelTest {
    @Test
    void everyTestThatIsNamedIsThere() {
        List<String> named = KnownTests.namedIn(Repository.text("docs/operations/security-model.md"));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(KnownTests.all()).containsAll(named);
    }
}
