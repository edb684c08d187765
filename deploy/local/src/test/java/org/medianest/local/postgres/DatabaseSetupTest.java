package org.medianest.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSetupTest {

    @Test
    void variablesBecomeLiterals() {
        String script = "alter role auth password :'auth_password'; select 'a'::text";

        assertThat(DatabaseSetup.bind(script, Map.of("auth_password", "it's")))
                .isEqualTo("alter role auth password 'it''s'; select 'a'::text");
    }
}
