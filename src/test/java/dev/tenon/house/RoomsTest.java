package dev.tenon.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of {@code src/site/markdown/architecture.md}: who may import whom, and what from outside. */
class RoomsTest {
    private static final JavaClasses TENON = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tenon");

    @TestFactory
    Stream<DynamicTest> room_importsOnlyWhatTheTableAllows() {
        return Rooms.ALL.stream()
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> classes()
                        .that()
                        .resideInAPackage(room.name())
                        .should()
                        .onlyDependOnClassesThat(allowedFor(room))
                        .allowEmptyShould(true)
                        .check(TENON)));
    }

    @Test
    void packages_areAllInTheTable() {
        classes().should().resideInAnyPackage(Rooms.names()).check(TENON);
    }

    @Test
    void rooms_haveNoCycle() {
        slices().matching("(dev.tenon..)").should().beFreeOfCycles().check(TENON);
    }

    private static DescribedPredicate<JavaClass> allowedFor(Room room) {
        return DescribedPredicate.describe(
                "are in " + room.allowed(),
                target -> target.isArray() || target.isPrimitive() || room.allows(target.getPackageName()));
    }
}
