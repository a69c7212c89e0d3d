package dev.flagledger.standalone.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the server, and fails for the packages that break it. */
class ModuleBoundariesTest {

    private static final ModuleBoundaries OURS = new ModuleBoundaries("dev.flagledger");
    private static final ModuleBoundaries BROKEN =
            new ModuleBoundaries(ModuleBoundariesTest.class.getPackageName() + ".broken");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ModuleBoundariesTest::isShipped)
            .importPackages(OURS.root());
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN.root());

    static Stream<Named<Function<ModuleBoundaries, ArchRule>>> rules() {
        return Stream.of(
                Named.of("the language knows nothing of ours", ModuleBoundaries::theLanguageKnowsNothingOfOurs),
                Named.of("the engine is pure", ModuleBoundaries::theEngineIsPure),
                Named.of("the ledger knows nothing of flags", ModuleBoundaries::theLedgerKnowsNothingOfFlags),
                Named.of("the contract knows no table", ModuleBoundaries::theContractKnowsNoTable),
                Named.of("the installation knows nobody who asks", ModuleBoundaries::theInstallationKnowsNobodyWhoAsks),
                Named.of("access knows no side", ModuleBoundaries::accessKnowsNoSide),
                Named.of("the command side knows no other side", ModuleBoundaries::theCommandSideKnowsNoOtherSide),
                Named.of("the query side knows no other side", ModuleBoundaries::theQuerySideKnowsNoOtherSide),
                Named.of(
                        "the webhook projector knows no other side",
                        ModuleBoundaries::theWebhookProjectorKnowsNoOtherSide),
                Named.of("nobody knows the assembly", ModuleBoundaries::nobodyKnowsTheAssembly),
                Named.of("packages form no cycles", ModuleBoundaries::packagesFormNoCycles),
                Named.of("time is asked of a clock", ModuleBoundaries::timeIsAskedOfAClock),
                Named.of("no rows are streamed", ModuleBoundaries::noRowsAreStreamed),
                Named.of("modules touch only their own tables", ModuleBoundaries::modulesTouchOnlyTheirOwnTables));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHolds(Function<ModuleBoundaries, ArchRule> rule) {
        rule.apply(OURS).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCanFail(Function<ModuleBoundaries, ArchRule> rule) {
        assertThatThrownBy(() -> rule.apply(BROKEN).check(BROKEN_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }

    /** Excludes the tests of this module and those that another module exports. */
    private static boolean isShipped(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    /** A rule about a package that does not exist would always hold. */
    @Test
    void noRuleIsAboutAnEmptyModule() {
        List<String> modules = CLASSES.stream()
                .map(type -> type.getPackageName()
                        .substring(OURS.root().length() + 1)
                        .split("\\.", 2)[0])
                .distinct()
                .toList();

        assertThat(modules).containsExactlyInAnyOrderElementsOf(ModuleBoundaries.MODULES);
    }
}
