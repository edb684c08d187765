package org.medianest.compose.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Repository;
import org.medianest.local.postgres.PostgresBinaries;

/** With the PostgreSQL that the image is made from. */
class SettingsOfTheImageTest extends SettingsTest {
    @Override
    OurPostgres open(Path folder) throws IOException, SQLException {
        return OurPostgres.ofTheImage(folder);
    }

    @Test
    void imageNamesThisVersion() throws SQLException {
        assertThat(show("server_version")).startsWith(PostgresBinaries.MAJOR + ".");
        assertThat(Repository.text("infrastructure/postgres/Dockerfile"))
                .contains("ARG POSTGRES_IMAGE=postgres:" + PostgresBinaries.MAJOR + ".");
    }
}
