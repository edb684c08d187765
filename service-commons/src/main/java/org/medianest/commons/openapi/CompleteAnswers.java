package org.medianest.commons.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.medianest.commons.problem.Problem;

/**
 * Says in the OpenAPI document what holds for all of our answers, so that the types made from it are exact: every field is there,
 * perhaps as null, and every refusal is a problem document. A service that says so by itself excludes this class from the scan.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CompleteAnswers implements OASFilter {
    private static final String REQUEST = "Request";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // none where no operation has a body
        Objects.requireNonNullElse(document.getComponents().getSchemas(), Map.<String, Schema>of())
                .forEach(CompleteAnswers::complete);
        document.getComponents().addSchema(PROBLEM, problem());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().addAPIResponse("default", refusal());
        return operation;
    }

    private static void complete(String name, Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(CompleteAnswers::onlyItsAlternatives);
            if (!name.endsWith(REQUEST)) {
                schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            }
        }
    }

    /** A type beside alternatives would be read as "and". */
    private static void onlyItsAlternatives(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
    }

    private static APIResponse refusal() {
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        return OASFactory.createAPIResponse()
                .description("A problem document")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference)));
    }

    private static Schema problem() {
        Schema violation = object("field", "message")
                .addProperty("field", of(SchemaType.STRING))
                .addProperty("message", of(SchemaType.STRING));
        return object("type", "title", "status", "detail", "code")
                .description("RFC 9457")
                .addProperty("type", of(SchemaType.STRING).format("uri"))
                .addProperty("title", of(SchemaType.STRING))
                .addProperty("status", of(SchemaType.INTEGER))
                .addProperty("detail", of(SchemaType.STRING).description("What is wrong and what to do, for people"))
                .addProperty("instance", of(SchemaType.STRING))
                .addProperty("code", of(SchemaType.STRING).description(ProblemCodes.ARE_HERE))
                .addProperty("violations", of(SchemaType.ARRAY).items(violation))
                .addProperty("traceId", of(SchemaType.STRING));
    }

    private static Schema object(String... required) {
        return of(SchemaType.OBJECT).required(List.of(required));
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
