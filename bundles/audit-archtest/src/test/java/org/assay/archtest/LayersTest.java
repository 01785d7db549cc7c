package org.assay.archtest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "api", List.of(),
            "engine", List.of("org.assay.api.."),
            "core", List.of("org.assay.api..", "org.assay.engine.."),
            "store", List.of("org.assay.core.store", "org.assay.api..", "org.assay.engine.."),
            "rest", List.of("org.assay.core", "org.assay.api..", "org.assay.engine.."),
            "dossier", List.of("org.assay.core", "org.assay.api..", "org.assay.engine.dossier"),
            "karaf", List.of("org.assay.core", "org.assay.api..", "org.assay.engine.."),
            "cli", List.of("org.assay.engine..", "org.assay.api.."),
            "testkit", List.of("org.assay.engine..", "org.assay.api.."),
            "regime", List.of("org.assay.api.."));

    private static final JavaClasses HOUSE = House.classes();

    @ParameterizedTest
    @ValueSource(strings = {"api", "engine", "core", "store", "rest", "dossier", "karaf", "cli", "testkit", "regime"})
    void usesOnlyWhatLiesBelow(String layer) {
        String own = "org.assay." + layer + "..";
        List<String> allowed = new ArrayList<>(MAY_USE.get(layer));
        allowed.add(own);

        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.assay..").and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                .check(HOUSE);
    }

    @Test
    void keepsInternalPackagesToTheirBundle() {
        for (String layer : MAY_USE.keySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.assay." + layer + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.assay." + layer + "..internal..")
                    .check(HOUSE);
        }
    }

    @Test
    void letsARegimeSeeTheApiAlone() {
        classes()
                .that()
                .resideInAPackage("org.assay.regime..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.assay.api..", "org.assay.regime..", "java..", "org.osgi..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void letsNoRegimeSeeAnother() {
        slices().matching("org.assay.regime.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
    }

    @Test
    void hasNoCyclesBetweenBundles() {
        slices().matching("org.assay.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().assignedFrom(new Packages())
                .should()
                .beFreeOfCycles()
                // Three words that every part of the engine uses; they lie where callers look for them.
                .ignoreDependency(resideInAPackage("org.assay.engine.internal.."), simpleName("Truth"))
                .check(HOUSE);
    }

    /** One slice per package; what lies below an internal package counts as part of it. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (type.getSimpleName().equals("Main")) {
                // Puts a program together, and so sees all of it.
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(type.getPackageName().replaceFirst("\\.internal\\..*", ".internal"));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
