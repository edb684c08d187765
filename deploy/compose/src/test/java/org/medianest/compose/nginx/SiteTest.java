package org.medianest.compose.nginx;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the site on every port that it is served on, by one nginx for all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteTest implements ServingTest, RefusingTest, PassingTest {
    private Edge edge;

    abstract Edge open(Path folder) throws IOException, InterruptedException;

    abstract RawHttp site(Edge edge);

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException, InterruptedException {
        edge = open(temporary);
    }

    @AfterAll
    void stop() throws IOException {
        edge.close();
    }

    @BeforeEach
    void startAfresh() {
        edge.gateway().forget();
        edge.gateway().answer(FakeGateway.ok(""));
    }

    @Override
    public RawHttp site() {
        return site(edge);
    }

    @Override
    public FakeGateway gateway() {
        return edge.gateway();
    }
}
