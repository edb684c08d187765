package org.medianest.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.medianest.gateway.answer.Answer;
import org.medianest.gateway.answer.Lasting;
import org.medianest.gateway.own.OwnRoute;
import org.medianest.gateway.own.OwnRoutes;

/**
 * The merged document. The build puts those of the services in here, so it is there whether they are up or not, and is of one release with
 * them; it is made when somebody asks for it the first time.
 */
@ApplicationScoped
class DocumentRoutes implements OwnRoutes {
    /** When two mean different things by one name, that of the earlier one stays. */
    private static final List<String> SERVICES =
            List.of("auth-service", "media-request-service", "download-service", "gateway-service");

    private final Uni<Answer> document;

    DocumentRoutes(ObjectMapper json) {
        this.document = Uni.createFrom()
                .item(() -> Answer.ok(made(json)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .memoize()
                .indefinitely();
    }

    @Override
    public List<OwnRoute> routes() {
        return List.of(new OwnRoute(HttpMethod.GET, "/api/v1/openapi", null, call -> document));
    }

    private static Lasting made(ObjectMapper json) {
        try {
            MergedDocument merged = new MergedDocument();
            for (String service : SERVICES) {
                merged.add(service, read(service));
            }
            return Lasting.of(Buffer.buffer(json.writeValueAsBytes(merged.root())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String service) throws IOException {
        try (InputStream document = DocumentRoutes.class.getResourceAsStream("/openapi/" + service + ".yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(document, service));
        }
    }
}
