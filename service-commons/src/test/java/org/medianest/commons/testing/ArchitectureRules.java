package org.medianest.commons.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemType;
import org.medianest.commons.redis.LuaScript;

/** The rules of the house, for every module: a module's test extends this with its own package, whose classes are read once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {
    private final String root;
    private final JavaClasses classes;

    protected ArchitectureRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void resourcesDoNotTouchTables() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..sqlclient..", "org.medianest.commons.database..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void storesDoNotKnowHttp() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Another client, or a pool, would wait without end for a Redis that does not answer. */
    @Test
    void redisIsReachedByItsLinesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.medianest.commons.redis..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.quarkus.redis..")
                        .or(assignableTo("io.vertx.redis.client.Redis"))
                        .or(assignableTo("io.vertx.mutiny.redis.client.Redis")))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        String own = root.substring("org.medianest.".length());
        classes()
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.medianest..")
                        .or(resideInAnyPackage("org.medianest." + own + "..", "org.medianest.commons..")))
                .check(classes);
    }

    /** A native program knows what its build has seen: what is found by name at run time is not there. */
    @Test
    void nothingIsFoundByItsNameAtRunTime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Method.class, Constructor.class, Field.class, Proxy.class, ServiceLoader.class)
                .orShould()
                .callMethodWhere(
                        target(owner(type(Class.class))).and(target(nameMatching("forName|getDeclared.*|getMethod.*"))))
                .allowEmptyShould(true)
                .check(classes);
    }

    /**
     * Classes are loaded when a native program is built: what their static fields learned of time, chance or surroundings would be that
     * of the build, in each of its runs, and the compiler refuses threads, addresses and random generators altogether.
     */
    @Test
    void nothingOfTheBuildStaysInANativeProgram() {
        classes()
                .should(new ArchCondition<>("know nothing of time, chance and surroundings when they are loaded") {
                    @Override
                    public void check(JavaClass loaded, ConditionEvents events) {
                        Loading.of(loaded)
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Then it is in a native program although its file is not. */
    @Test
    void scriptsAreReadWhenTheirClassIsLoaded() {
        noCodeUnits()
                .that(new DescribedPredicate<>("are no static initializers") {
                    @Override
                    public boolean test(JavaCodeUnit unit) {
                        return !(unit instanceof JavaStaticInitializer);
                    }
                })
                .should(new ArchCondition<>("read a script") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        unit.getMethodCallsFromSelf().stream()
                                .filter(target(owner(type(LuaScript.class))).and(target(nameMatching("of")))::test)
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Jackson is told by its class what to read; Quarkus sees that in resources only, so that elsewhere we say it. */
    @Test
    void recordsThatAreNamedByTheirClassAreRegisteredForNative() {
        classes()
                .that(new DescribedPredicate<>("are named by their class") {
                    @Override
                    public boolean test(JavaClass record) {
                        return record.isRecord() && named().contains(record);
                    }
                })
                .should()
                .beAnnotatedWith("io.quarkus.runtime.annotations.RegisterForReflection")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** A refusal that nobody makes would stand in the reference of the API all the same. */
    @Test
    void refusalsOfAServiceAreMade() {
        fields().that()
                .areDeclaredInClassesThat(
                        assignableTo(ProblemType.class).and(DescribedPredicate.not(type(CommonProblem.class))))
                .and()
                .haveRawType(assignableTo(ProblemType.class))
                .should(new ArchCondition<>("be used by somebody else") {
                    @Override
                    public void check(JavaField constant, ConditionEvents events) {
                        boolean isUsed = constant.getAccessesToSelf().stream()
                                .anyMatch(access -> !access.getOriginOwner().equals(constant.getOwner()));
                        events.add(new SimpleConditionEvent(constant, isUsed, constant.getFullName()));
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    /** What stands in the document of a method that names no status is a guess: 201 where 204 is answered, 200 where it is 201. */
    @Test
    void documentNamesTheStatusThatIsAnswered() {
        methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.openapi.annotations.Operation") // the gateway has none
                .should(new ArchCondition<>("document the status that they answer with") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Method operation = method.reflect();
                        ResponseStatus status = operation.getAnnotation(ResponseStatus.class);
                        boolean isEmpty =
                                operation.getGenericReturnType().getTypeName().endsWith("Uni<java.lang.Void>");
                        if (status != null || isEmpty) {
                            String answered = String.valueOf(status == null ? 204 : status.value());
                            boolean isTold = documented(operation).anyMatch(answered::equals);
                            events.add(
                                    new SimpleConditionEvent(method, isTold, method.getFullName() + ": " + answered));
                        }
                    }
                })
                .allowEmptyShould(true)
                .check(classes);
    }

    private static Stream<String> documented(Method operation) {
        return Arrays.stream(operation.getAnnotationsByType(APIResponse.class)).map(APIResponse::responseCode);
    }

    private Set<JavaClass> named() {
        return classes.stream()
                .flatMap(each -> each.getReferencedClassObjects().stream()
                        .map(ReferencedClassObject::getRawType)
                        // that is how a class calls its logger
                        .filter(named -> !named.equals(each)))
                .collect(Collectors.toSet());
    }
}
