package org.medianest.downloads.egress;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.egress.AddressRules.Verdict;

/**
 * The one door out of the house for yt-dlp and ffmpeg: an HTTP proxy on a loopback port of its own.
 *
 * <p>A link that was judged can redirect, a manifest can name other hosts, a name can change its address. So every connection is
 * judged here, at the last moment: the name is resolved once, every address is judged, and the connection goes to a judged address.
 */
@ApplicationScoped
public class EgressProxy {
    private static final Logger LOG = Logger.getLogger(EgressProxy.class);
    private static final int MAX_HEAD = 65_536;

    /**
     * Bytes that are passed on at once; small pieces cost half of the throughput. The receive buffers are left to the kernel: with a
     * size of their own they would not grow, and far away sites would be slow.
     */
    private static final int PIECE = 65_536;

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.CONNECT, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);

    private final Vertx vertx;
    private final AddressRules rules;
    private final EgressConfig.Limits limits;
    private final Map<String, EgressPass> passes = new ConcurrentHashMap<>();
    private final Executor resolving =
            command -> Thread.ofVirtual().name("egress-dns").start(command);
    private final HttpServer server;
    private final Tunnel tunnel;
    private final Forward forward;

    EgressProxy(Vertx vertx, AddressRules rules, EgressConfig config) {
        this.vertx = vertx;
        this.rules = rules;
        this.limits = config.egress();
        int connect = Math.toIntExact(limits.connectTimeout().toMillis());
        int idle = Math.toIntExact(limits.idleTimeout().toSeconds());
        NetClient sockets = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(connect).setIdleTimeout(idle));
        HttpClient requests = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(connect)
                .setIdleTimeout(idle)
                .setKeepAlive(false)
                .setMaxPoolSize(1_000)
                .setMaxChunkSize(PIECE)
                .setMaxHeaderSize(MAX_HEAD)
                .setDecompressionSupported(false));
        this.tunnel = new Tunnel(sockets);
        this.forward = new Forward(requests);
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setIdleTimeout(idle)
                .setMaxInitialLineLength(MAX_HEAD)
                .setMaxHeaderSize(MAX_HEAD)
                .setDecompressionSupported(false));
    }

    @PostConstruct
    void listen() {
        server.requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    void stop(@Observes ShutdownEvent event) {
        server.close();
    }

    /** Lets one process out, under credentials of its own. */
    public EgressPass open(String name) {
        EgressPass pass = new EgressPass(
                name,
                server.actualPort(),
                limits.bytesPerDownload().asLongValue(),
                limits.connectionsPerDownload(),
                closed -> passes.remove(closed.authorization()));
        passes.put(pass.authorization(), pass);
        return pass;
    }

    private void handle(HttpServerRequest request) {
        request.pause();
        Optional<EgressPass> pass = pass(request.getHeader("Proxy-Authorization"));
        if (pass.isEmpty()) {
            request.response().putHeader("Proxy-Authenticate", "Basic realm=\"medianest\"");
            Refusals.refuse(request, 407, "Proxy Authentication Required");
        } else if (!METHODS.contains(request.method())) {
            Refusals.refuse(request, 405, "Method Not Allowed");
        } else if (pass.get().isExhausted()) {
            Refusals.refuse(request, 403, Refusals.LIMIT);
        } else {
            EgressTarget.of(request)
                    .ifPresentOrElse(
                            target -> judge(request, pass.get(), target),
                            () -> Refusals.refuse(request, 400, "Bad Request"));
        }
    }

    private void judge(HttpServerRequest request, EgressPass pass, EgressTarget target) {
        Context context = vertx.getOrCreateContext();
        Future.fromCompletionStage(
                        CompletableFuture.supplyAsync(() -> rules.judge(target.host(), target.port()), resolving)
                                .orTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS),
                        context)
                .onSuccess(verdict -> act(request, pass, target, verdict))
                .onFailure(broken -> Refusals.refuse(request, 504, "Name Resolution Timed Out"));
    }

    private void act(HttpServerRequest request, EgressPass pass, EgressTarget target, Verdict verdict) {
        switch (verdict) {
            case Verdict.Allowed allowed -> {
                if (request.method() == HttpMethod.CONNECT) {
                    tunnel.open(request, pass, target, allowed.addresses());
                } else {
                    forward.send(request, pass, target, allowed.addresses());
                }
            }
            case Verdict.Refused refused -> {
                pass.noteDenied();
                LOG.infof(
                        "egress denied host=%s port=%d reason=%s",
                        visible(target.host()), target.port(), visible(refused.reason()));
                Refusals.refuse(request, 403, Refusals.DENIED);
            }
            case Verdict.Unknown unknown -> Refusals.refuse(request, 502, "Name or service not known");
        }
    }

    private Optional<EgressPass> pass(@Nullable String shown) {
        if (shown == null) {
            return Optional.empty();
        }
        byte[] mine = shown.getBytes(StandardCharsets.ISO_8859_1);
        return passes.entrySet().stream()
                .filter(entry -> MessageDigest.isEqual(entry.getKey().getBytes(StandardCharsets.ISO_8859_1), mine))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> c > ' ' && c < 127)
                .limit(100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
