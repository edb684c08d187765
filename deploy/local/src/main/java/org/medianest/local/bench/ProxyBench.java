package org.medianest.local.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.medianest.local.place.Part;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** Requests per second through the gateway and through nginx, to the same endpoints of the same service, by turns. */
record ProxyBench(MeasuredNest nest, Api api, LoadClient load, Path folder, int rounds) {
    private static final String PUBLIC = "/api/v1/auth/setup";
    private static final String PERSONAL = "/api/v1/auth/me";

    void run(Report report) throws IOException {
        report.say("Gateway and nginx by turns, %d rounds with %s".formatted(rounds, load.name()));
        int port = freePort();
        String gateway = "http://127.0.0.1:" + nest.ports().of(Part.GATEWAY);
        String nginx = "http://127.0.0.1:" + port;
        try (PlainNginx running =
                new PlainNginx(folder.resolve("nginx"), port, nest.ports().of(Part.AUTH))) {
            compare("gatewayPublic", PUBLIC, new Side(gateway, "Accept: */*"), new Side(nginx, "Accept: */*"), report);
            // nginx cannot turn a session into a token: it is given the token that the gateway fetches for itself.
            Side withSession = new Side(gateway, "Cookie: " + api.cookie());
            Side withToken = new Side(nginx, "Authorization: Bearer " + token());
            compare("gatewaySession", PERSONAL, withSession, withToken, report);
        }
    }

    private record Side(String base, String header) {}

    private void compare(String name, String path, Side ours, Side theirs, Report report) throws IOException {
        load.rate(ours.base() + path, ours.header());
        load.rate(theirs.base() + path, theirs.header());
        List<Double> gateway = new ArrayList<>();
        List<Double> nginx = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            nginx.add(load.rate(theirs.base() + path, theirs.header()));
            gateway.add(load.rate(ours.base() + path, ours.header()));
        }
        Figures ratio = Figures.ratios(new Figures(gateway), new Figures(nginx));
        report.add(
                name,
                Json.object()
                        .put("path", path)
                        .put("client", load.name())
                        .put("connections", LoadClient.CONNECTIONS)
                        .put("gatewayPerSecond", new Figures(gateway).json())
                        .put("nginxPerSecond", new Figures(nginx).json())
                        .put("ratio", ratio.json()));
        report.row("gateway, GET " + path, new Figures(gateway).text("/s"), "");
        report.row("nginx, the same", new Figures(nginx).text("/s"), "");
        report.row("gateway / nginx", ratio.text("x"), "0.80 x");
    }

    private String token() throws IOException {
        URI tokens = URI.create(
                "http://127.0.0.1:%d/internal/v1/tokens".formatted(nest.ports().of(Part.AUTH)));
        String session = api.cookie().substring(api.cookie().indexOf('=') + 1);
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .header("X-Session", session)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Json.text(answer, "token").orElseThrow(() -> new Refusal("auth-service gave no token: " + answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
