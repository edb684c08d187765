package org.medianest.gateway.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.answer.EntityTag;
import org.medianest.gateway.guard.RequestPath;
import org.medianest.gateway.problem.ProblemWriter;
import org.medianest.gateway.web.WebFiles.Content;
import org.medianest.gateway.web.WebFiles.WebFile;

/** Serves the built web UI. A page of the application that is no file is the application itself. */
@ApplicationScoped
public class WebUi {
    private static final Logger LOG = Logger.getLogger(WebUi.class);

    private final WebFiles files;
    private final ProblemWriter problems;

    WebUi(WebConfig config, ProblemWriter problems) {
        this.files = config.root().map(WebUi::filesIn).orElseGet(WebFiles::none);
        this.problems = problems;
    }

    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Optional<WebFile> file = files.at(RequestPath.of(request)).or(() -> page(request));
        if (file.isEmpty()) {
            problems.write(ctx, CommonProblem.NOT_FOUND.because("There is no such address."));
        } else if (!isRead(request)) {
            ctx.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            problems.write(ctx, notHere());
        } else {
            send(ctx, file.get());
        }
    }

    private static WebFiles filesIn(Path root) {
        if (!Files.isDirectory(root)) {
            LOG.warnf("web UI is not served, there is no such folder root=%s", root);
            return WebFiles.none();
        }
        return WebFiles.in(root);
    }

    private static ProblemException notHere() {
        return CommonProblem.METHOD_NOT_ALLOWED.because("This can only be read.");
    }

    /** The application, for the address of one of its pages: what a browser asks for when somebody follows a link. */
    private Optional<WebFile> page(HttpServerRequest request) {
        String path = RequestPath.of(request);
        boolean isPage = path.indexOf('.', path.lastIndexOf('/')) < 0;
        return isPage && accepts(request, "text/html") ? files.index() : Optional.empty();
    }

    private static boolean accepts(HttpServerRequest request, String mediaType) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains(mediaType) || accept.contains("*/*");
    }

    private void send(RoutingContext ctx, WebFile file) {
        HttpServerRequest request = ctx.request();
        HttpServerResponse response = ctx.response();
        Content packed = acceptsGzip(request) ? file.packed() : null;
        EntityTag tag = EntityTag.of(file.hash() + (packed == null ? "" : "-gz"));
        response.putHeader(HttpHeaders.ETAG, tag.text())
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        file.isForEver() ? "public, max-age=31536000, immutable" : "no-cache");
        if (file.packed() != null) {
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (tag.isKnownTo(request)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
        if (packed != null) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Content content = packed == null ? file.plain() : packed;
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.bytes()))
                    .end();
            return;
        }
        response.sendFile(content.file()).onFailure(cause -> {
            // taken away since the start, or the client has gone
            response.headers().remove(HttpHeaders.CONTENT_ENCODING).remove(HttpHeaders.ETAG);
            problems.write(ctx, CommonProblem.NOT_FOUND.because("There is no such address."));
        });
    }

    private static boolean isRead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accept != null
                && Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.equals("gzip") || (coding.startsWith("gzip;") && !refuses(coding)));
    }

    private static boolean refuses(String coding) {
        return coding.replace(" ", "").matches("gzip;q=0(\\.0*)?");
    }
}
