package org.assay.core.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.assay.core");

    @Test
    void onlyTheComponentKnowsAContainer() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CoreComponent")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.osgi.framework..")
                .check(core);
    }

    @Test
    void whatIsExportedDoesNotShowWhatIsInternal() {
        noClasses()
                .that()
                .resideInAnyPackage("org.assay.core", "org.assay.core.store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assay.core.internal..")
                .check(core);
    }

    @Test
    void thePortsOfTheStoreStandAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.assay.core.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assay.core", "org.assay.engine..", "org.assay.api..")
                .check(core);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(core);
    }

    @Test
    void thePartsOfTheCoreHaveNoCircles() {
        slices().matching("org.assay.core.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(core);
    }
}
