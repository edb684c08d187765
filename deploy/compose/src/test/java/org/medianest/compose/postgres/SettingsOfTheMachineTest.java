package org.medianest.compose.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** With the PostgreSQL of the machine, on which backups are tried too. */
class SettingsOfTheMachineTest extends SettingsTest {
    @Override
    OurPostgres open(Path folder) throws IOException, SQLException {
        return OurPostgres.ofTheMachine(folder);
    }
}
