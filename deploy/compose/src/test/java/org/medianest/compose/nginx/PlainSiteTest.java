package org.medianest.compose.nginx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** http alone: on the machine itself, or behind a proxy that speaks TLS. */
class PlainSiteTest extends SiteTest {
    @Override
    Edge open(Path folder) throws IOException, InterruptedException {
        return Edge.plain(folder, Map.of());
    }

    @Override
    RawHttp site(Edge edge) {
        return edge.http();
    }

    @Override
    public String scheme() {
        return "http";
    }
}
