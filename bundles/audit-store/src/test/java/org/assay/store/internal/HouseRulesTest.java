package org.assay.store.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theStoreSeesOnlyTheCoresPorts() {
        JavaClasses store = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.assay.store");

        classes()
                .that()
                .resideInAPackage("org.assay.store..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.assay.store..",
                        "org.assay.core.store",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "java..",
                        "javax.sql..",
                        "org.osgi.service..",
                        "org.jspecify..",
                        "org.flywaydb..",
                        "com.zaxxer.hikari..")
                .check(store);
    }
}
