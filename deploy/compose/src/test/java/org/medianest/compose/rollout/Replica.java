package org.medianest.compose.rollout;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.medianest.local.place.Part;
import org.medianest.local.process.Child;
import org.medianest.local.process.Signal;

/** One process of a service, at an address of its own on this machine. */
record Replica(Part service, String address, int port, int managementPort, Child process) {

    boolean isReady() {
        return status("/q/health/ready") == 200;
    }

    /** Whether it says that it is not ready, which is another thing than saying nothing. */
    boolean saysNotReady() {
        return status("/q/health/ready") == 503;
    }

    void tellToStop() {
        Signal.TERM.send(process.id().pid());
    }

    private int status(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://%s:%d%s".formatted(address, managementPort, path))
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            }
            return status;
        } catch (IOException notThere) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return service.title() + " at " + address;
    }
}
