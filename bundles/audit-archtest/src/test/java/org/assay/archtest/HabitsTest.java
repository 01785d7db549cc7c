package org.assay.archtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final String[] NOT_BUNDLES = {"org.assay.cli..", "org.assay.testkit.."};
    private static final DescribedPredicate<JavaClass> EMBEDDED = JavaClass.Predicates.resideInAnyPackage(
            "dev.cel..",
            "org.roaringbitmap..",
            "com.google..",
            "java.sql..",
            "javax.sql..",
            "org.h2..",
            "org.flywaydb..");

    private static final JavaClasses HOUSE = House.classes();

    @Test
    void printsNothingButInTheProgramsOfACommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(NOT_BUNDLES)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(HOUSE);
    }

    @Test
    void keepsNoStateInStaticFields() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$assertionsDisabled")
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void usesOptionalAsReturnOnly() {
        // A record's component is what its accessor returns.
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(Record.class)
                .should()
                .haveRawType(Optional.class)
                .check(HOUSE);
        noMethods()
                .that()
                .areNotPrivate()
                .should()
                .haveRawParameterTypes(
                        DescribedPredicate.describe("with an Optional among them", types -> types.stream()
                                .anyMatch(type -> type.isEquivalentTo(Optional.class))))
                .check(HOUSE);
    }

    @Test
    void showsNoEmbeddedTypeInAnExportedPackage() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(EMBEDDED)
                .orShould()
                .haveRawParameterTypes(
                        DescribedPredicate.describe("with an embedded type among them", types -> types.stream()
                                .anyMatch(EMBEDDED)))
                .check(HOUSE);
    }

    @Test
    void leavesTheEngineWithoutContainerFilesSocketsAndClock() {
        noClasses()
                .that()
                .resideInAPackage("org.assay.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi.framework..", "org.osgi.service..", "java.nio.file..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }
}
