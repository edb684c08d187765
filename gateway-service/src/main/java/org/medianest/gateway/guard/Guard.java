package org.medianest.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.guard.CrossSiteGuard.Provenance;
import org.medianest.gateway.problem.GatewayProblem;

/** Looks at a request before anybody else does. It asks nobody and remembers nothing. */
@ApplicationScoped
public class Guard {
    /** A service takes 16 KiB, and we have something to add. */
    private static final int LARGEST_HEADERS = 12 * 1024;

    private final DoorConfig config;
    private final OwnAddress own;
    private final CrossSiteGuard crossSite;

    Guard(DoorConfig config, OwnAddress own) {
        this.config = config;
        this.own = own;
        this.crossSite = new CrossSiteGuard(own);
    }

    /** Why the request goes no further, if so. */
    public Optional<ProblemException> refusal(HttpServerRequest request) {
        return MethodGuard.refusal(request.method().name())
                .or(() -> PathGuard.refusal(String.valueOf(request.uri())))
                .or(() -> size(request.headers()))
                .or(() -> framing(request.headers()))
                .or(() -> provenance(request));
    }

    /** The methods for an {@code Allow} header. */
    public static String allowedMethods() {
        return MethodGuard.ALLOWED;
    }

    /** A WebSocket is not held back by the browser's same-origin rule: the page that opens one must be ours. */
    public Optional<ProblemException> refusalOfSocket(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && own.isOurs(origin, request.getHeader(HttpHeaders.HOST))
                ? Optional.empty()
                : Optional.of(CommonProblem.CROSS_SITE.because("Only pages of this site may listen here."));
    }

    private static Optional<ProblemException> size(MultiMap headers) {
        int size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size <= LARGEST_HEADERS
                ? Optional.empty()
                : Optional.of(GatewayProblem.HEADERS_TOO_LARGE.because(
                        "The headers have more than 12 KiB. Delete the cookies of this site, and try again."));
    }

    /** One framing rule: a body has a length or comes in chunks, and its announced length is within the limit. */
    private Optional<ProblemException> framing(MultiMap headers) {
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        if (lengths.size() > 1 || headers.contains(HttpHeaders.TRANSFER_ENCODING) || !isNumber(lengths.getFirst())) {
            return Optional.of(CommonProblem.BAD_REQUEST.because("The length of the body is not clear."));
        }
        if (lengths.getFirst().length() > 18 || Long.parseLong(lengths.getFirst()) > config.maxBody()) {
            return Optional.of(tooLarge());
        }
        return Optional.empty();
    }

    /** The refusal of a body that is larger than we take. */
    public ProblemException tooLarge() {
        return CommonProblem.TOO_LARGE.because("The body has more than " + config.maxBody() + " bytes.");
    }

    private Optional<ProblemException> provenance(HttpServerRequest request) {
        if (MethodGuard.isSafe(request.method().name())) {
            return Optional.empty();
        }
        return crossSite.refusal(new Provenance(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST),
                request.headers().contains(HttpHeaders.COOKIE)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
