package org.medianest.downloads;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.medianest.commons.problem.Problem;

/**
 * Says in the OpenAPI document what holds for all of our answers, so that the types made from it are exact: every field is there,
 * perhaps as null, and every refusal is a problem document.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CompleteAnswers implements OASFilter {
    private static final Set<String> NOT_COMPLETE = Set.of("Problem");
    private static final String REQUEST = "Request";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() == null) {
                return;
            }
            schema.getProperties().values().forEach(CompleteAnswers::onlyItsAlternatives);
            if (!name.endsWith(REQUEST) && !NOT_COMPLETE.contains(name)) {
                schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            }
        });
    }

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem document")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
        return operation;
    }

    /** A type beside alternatives would be read as "and". */
    private static void onlyItsAlternatives(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
    }
}
