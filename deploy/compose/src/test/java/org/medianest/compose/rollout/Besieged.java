package org.medianest.compose.rollout;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.medianest.compose.nginx.RawHttp;
import org.medianest.compose.nginx.RawHttp.Answer;
import org.medianest.local.place.Part;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Journey;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.NoLimits;

/** nginx and all services, with an admin, somebody without any permission, and strangers before two of its doors. */
final class Besieged implements AutoCloseable {
    /** How far somebody got. */
    enum Way {
        NGINX,
        STRAIGHT
    }

    /** How the frame begins with which a WebSocket ends. */
    private static final int CLOSE = 0x88;

    private static final String PASSWORD = "correct horse battery";
    private static final String HANDSHAKE =
            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s\r\n";

    private final int port = FreePorts.one();
    private final ReplicatedNest nest;
    private final Map<Part, Replica> services = new EnumMap<>(Part.class);
    private final Front front;
    private String admin = "";
    private final AtomicInteger requests = new AtomicInteger();

    Besieged(Path folder) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(NoLimits.SETTINGS);
        settings.put("MEDIANEST_PUBLIC_URL", "http://" + host());
        settings.put("MEDIANEST_GATEWAY_TRUSTED_PROXIES", "127.0.0.1");
        nest = new ReplicatedNest(folder, settings);
        nest.migrate();
        start(Part.AUTH, Part.MEDIA, Part.DOWNLOADS);
        start(Part.GATEWAY); // which finds the others by their names at once then
        Replica gateway = replica(Part.GATEWAY);
        front = new Front(folder.resolve("nginx"), port, List.of(gateway.address() + ":" + gateway.port()));
    }

    /** The cookie of the first admin, who may do everything. A guest comes with them. */
    String moveIn() throws IOException, SQLException {
        try (Api api = new Api(port)) {
            new Journey(api, "").setUp(nest.setupCode());
            admin = api.cookie();
        }
        invite();
        return admin;
    }

    private void start(Part... parts) throws IOException {
        for (Part service : parts) {
            services.put(service, nest.start(service));
        }
        for (Part service : parts) {
            nest.join(replica(service));
        }
    }

    /** With the admin's password, and no permission. */
    private void invite() throws SQLException {
        try (Connection connection = nest.tables().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into auth.app_user (id, username, password_hash, permissions, created_at)
                    select gen_random_uuid(), 'guest', password_hash, '{}', now() from auth.app_user
                    """);
        }
    }

    ReplicatedNest nest() {
        return nest;
    }

    /** What the browsers of people send. */
    String host() {
        return "localhost:" + port;
    }

    /** The cookie of a new session of who may do nothing but be signed in. */
    String guest() throws IOException {
        try (Api api = new Api(port)) {
            api.post(
                    "/api/v1/auth/sessions",
                    Json.object().put("username", "guest").put("password", PASSWORD));
            return api.cookie();
        }
    }

    /** A service itself, for whoever stands in the house already. */
    RawHttp service(Part service) {
        Replica replica = replica(service);
        return RawHttp.plain(replica.address(), replica.port(), host());
    }

    int me(Way way, String... headers) throws IOException {
        return get(way, "/api/v1/auth/me", headers).status();
    }

    Answer get(Way way, String target, String... headers) throws IOException {
        return to(way).get(target, with(headers, another()));
    }

    /** As the admin, from our own pages. */
    Answer post(Way way, String path, String body, String... headers) throws IOException {
        String[] own = headers.length > 0 ? headers : new String[] {"Content-Type: application/json"};
        return send(way, "POST", path, body, with(own, "Cookie: " + admin, "Origin: http://" + host()));
    }

    Answer send(Way way, String method, String path, String body, String... headers) throws IOException {
        return to(way).send(method, path, body, with(headers, another()));
    }

    Socket connect(Way way) throws IOException {
        return to(way).connect();
    }

    /** What an attempt to listen to the live feed is answered. */
    String handshake(Way way, String target, String headers) throws IOException {
        try (Socket socket = connect(way)) {
            return handshake(socket, target, headers);
        }
    }

    String handshake(Socket socket, String target, String headers) throws IOException {
        socket.getOutputStream()
                .write(HANDSHAKE.formatted(target, host(), headers).getBytes(StandardCharsets.US_ASCII));
        return RawHttp.head(socket.getInputStream());
    }

    static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    /** Returns when the other side says that it closes the WebSocket; what it says before is text. */
    static void awaitClose(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int said = in.read();
        while (said >= 0 && said != CLOSE) {
            said = in.read();
        }
    }

    private RawHttp to(Way way) {
        return way == Way.NGINX ? RawHttp.plain("127.0.0.1", port, host()) : service(Part.GATEWAY);
    }

    private Replica replica(Part service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Nobody is to be held back for asking too often. */
    private String another() {
        int number = requests.incrementAndGet();
        return "X-Forwarded-For: 10.%d.%d.1".formatted(number / 250 % 250, number % 250);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        front.close();
        nest.close();
    }
}
