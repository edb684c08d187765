package org.medianest.commons.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.medianest.commons.problem.ProblemType;

/**
 * Puts the codes of a service's refusals into its OpenAPI document, as schemas: one for each enum of them that is in the build, so that
 * none can be forgotten. {@code CommonProblemCode} of {@code CommonProblem}, and so on.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemCodes implements OASFilter {
    static final String ARE_HERE =
            "Stable, for programs: one of CommonProblemCode, or of those that only this service has";

    private final IndexView classes;

    /** @param classes all that the service is made of */
    public ProblemCodes(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        classes.getAllKnownImplementations(ProblemType.class).stream()
                .filter(ClassInfo::isEnum)
                .sorted(Comparator.comparing(ClassInfo::name))
                .forEach(found ->
                        document.getComponents().addSchema(found.simpleName() + "Code", schema(constants(found))));
    }

    private static Schema schema(Stream<ProblemType> kinds) {
        Schema codes = OASFactory.createSchema().addType(SchemaType.STRING);
        kinds.map(ProblemCodes::alternative).forEach(codes::addOneOf);
        return codes;
    }

    private static Schema alternative(ProblemType kind) {
        Schema alternative = OASFactory.createSchema()
                .constValue(kind.name())
                .title(kind.title())
                .description(kind.remedy());
        alternative.addExtension("x-status", kind.status());
        return alternative;
    }

    /** While the service is built, its classes are there by their names. */
    private static Stream<ProblemType> constants(ClassInfo found) {
        try {
            Object[] constants = Thread.currentThread()
                    .getContextClassLoader()
                    .loadClass(found.name().toString())
                    .getEnumConstants();
            return Stream.of(constants).map(ProblemType.class::cast);
        } catch (ClassNotFoundException indexedOnly) {
            throw new IllegalStateException(indexedOnly);
        }
    }
}
