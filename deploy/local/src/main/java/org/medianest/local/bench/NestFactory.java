package org.medianest.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Ports;

/** Starts one MediaNest after the other on the same data and ports. */
record NestFactory(Layout layout, Ports ports, Path java, Map<String, String> settings) {

    MeasuredNest start() throws IOException {
        return new MeasuredNest(layout, ports, java, settings);
    }
}
