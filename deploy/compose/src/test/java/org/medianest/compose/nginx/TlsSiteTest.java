package org.medianest.compose.nginx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The site as it stands on the Internet. */
class TlsSiteTest extends SiteTest {
    @Override
    Edge open(Path folder) throws IOException, InterruptedException {
        return Edge.tls(folder, Map.of());
    }

    @Override
    RawHttp site(Edge edge) {
        return edge.https();
    }

    @Override
    public String scheme() {
        return "https";
    }
}
