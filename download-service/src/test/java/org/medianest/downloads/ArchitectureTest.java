package org.medianest.downloads;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.medianest.downloads");

    ArchitectureTest() {
        super("org.medianest.downloads");
    }

    @Test
    void onlyTheWorkerStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.medianest.downloads.worker")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(CLASSES);
    }

    @Test
    void theLibraryKnowsNothingOfJobs() {
        noClasses()
                .that()
                .resideInAPackage("..library..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..job..", "..worker..", "..probe..")
                .check(CLASSES);
    }
}
