package dev.flagledger.standalone.boundaries;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasReturnType.Predicates.rawReturnType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.OfSubject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The allowed dependencies of modules below a root package. The root is a parameter, so that the rules can be applied to packages that
 * break them.
 */
record ModuleBoundaries(String root) {

    /** Every module, by its package. No rule applies to a module that is missing here. */
    static final List<String> MODULES = List.of(
            "api",
            "engine",
            "ledger",
            "contract",
            "installation",
            "access",
            "command",
            "query",
            "webhook",
            "standalone");

    private static final List<String> LANGUAGE =
            List.of("", "java.lang..", "java.math..", "java.time..", "java.util..", "org.jspecify.annotations..");

    /** Messages are plain data; the only framework type is Axon's annotation for the target of a command. */
    ArchRule theLanguageKnowsNothingOfOurs() {
        return only("api", List.of("api"), "java.nio.charset..", "java.security..", "org.axonframework.modelling..")
                .because("users of the language must not need a framework");
    }

    /** No Spring, Axon, files, sockets or database: only what is listed here may be used. */
    ArchRule theEngineIsPure() {
        return only(
                        "engine",
                        List.of("api", "engine"),
                        "org.pcollections..",
                        "com.google.re2j..",
                        "tools.jackson.core..",
                        "java.nio.charset..",
                        "java.security..")
                .because("the same events must fold to the same state wherever and whenever they are folded");
    }

    /** It knows the common types of events and commands, but none of them. */
    ArchRule theLedgerKnowsNothingOfFlags() {
        DescribedPredicate<JavaClass> common = resideInAPackage(root + ".api")
                .or(belongToAnyOf(EventTypes.class, EventScope.class, OfSubject.class, Erasing.class));
        DescribedPredicate<JavaClass> foreign = resideOutsideOfPackage(root + "..");
        return classes()
                .that()
                .resideInAPackage(module("ledger"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(module("ledger")).or(common).or(foreign));
    }

    ArchRule theContractKnowsNoTable() {
        return noClasses()
                .that()
                .resideInAPackage(module("contract"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                        .or(resideInAPackage(root + "..")
                                .and(resideOutsideOfPackages(module("api"), module("engine"), module("contract")))))
                .because("a shape of the wire is made of a state, wherever that is kept");
    }

    ArchRule theInstallationKnowsNobodyWhoAsks() {
        return ours("installation", "api", "ledger", "contract", "installation");
    }

    ArchRule accessKnowsNoSide() {
        return ours("access", "api", "engine", "ledger", "contract", "installation", "access");
    }

    ArchRule theCommandSideKnowsNoOtherSide() {
        return ours("command", "api", "engine", "ledger", "contract", "installation", "access", "command");
    }

    ArchRule theQuerySideKnowsNoOtherSide() {
        return ours("query", "api", "engine", "ledger", "contract", "installation", "access", "query");
    }

    ArchRule theWebhookProjectorKnowsNoOtherSide() {
        return ours("webhook", "api", "engine", "ledger", "contract", "installation", "access", "webhook");
    }

    ArchRule nobodyKnowsTheAssembly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(module("standalone"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module("standalone"));
    }

    ArchRule packagesFormNoCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Only the configuration that creates the clock uses the system's; other classes get it injected. */
    ArchRule timeIsAskedOfAClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to say what time it is");
    }

    /** A stream of rows holds its connection until it is closed, which is easily forgotten. A list holds none. */
    ArchRule noRowsAreStreamed() {
        DescribedPredicate<JavaClass> reads = assignableTo(JdbcClient.MappedQuerySpec.class)
                .or(assignableTo(JdbcOperations.class))
                .or(assignableTo(NamedParameterJdbcOperations.class))
                .or(assignableTo(Query.class))
                .or(assignableTo(Repository.class));
        return noClasses()
                .should()
                .callMethodWhere(target(owner(reads)).and(target(rawReturnType(Stream.class))))
                .because("each call of such a method may use up a connection for good");
    }

    /** Each module has a database schema of its own, which it can change independently of the others. */
    ArchRule modulesTouchOnlyTheirOwnTables() {
        return classes().should(new OwnTables(root));
    }

    /** The classes of a module depend only on these modules and on the listed packages of libraries. */
    private ArchRule only(String subject, List<String> modules, String... libraries) {
        String[] allowed = Stream.of(modules.stream().map(this::module), LANGUAGE.stream(), Stream.of(libraries))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(module(subject))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    /** The classes of a module depend on no modules but these. Libraries are not restricted. */
    private ArchRule ours(String subject, String... modules) {
        String[] allowed = Stream.of(modules).map(this::module).toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = resideOutsideOfPackage(root + "..");
        return classes()
                .that()
                .resideInAPackage(module(subject))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(foreign));
    }

    private String module(String name) {
        return root + "." + name + "..";
    }
}
