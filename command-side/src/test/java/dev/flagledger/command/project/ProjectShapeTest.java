package dev.flagledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Claim;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.DeleteOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Features and environments of one project, created in two processes on one database. */
class ProjectShapeTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final TestNode HERE = TestNode.on(DATABASE, TestCommandSide.class);
    private static final TestNode ELSEWHERE = TestNode.on(DATABASE, TestCommandSide.class);
    private static final Ids IDS = HERE.get(Ids.class);

    private final int ana = IDS.next(Ids.Kind.USER);
    private final int organisation = IDS.next(Ids.Kind.ORGANISATION);
    private final int project = IDS.next(Ids.Kind.PROJECT);

    @AfterAll
    static void close() {
        HERE.close();
        ELSEWHERE.close();
    }

    @BeforeEach
    void found() {
        send(
                HERE,
                new CreateOrganisation(organisation, id(), new OrganisationSettings("Acme", null, false, false), ana));
        send(HERE, new CreateProject(project, id(), organisation, settings(false)));
        assertThat(comesToTheHead(ELSEWHERE)).isTrue();
    }

    @Test
    void anOrganisationEndsWithItsProjectsAndGetsNoMore() {
        addEnvironment(HERE, "Live");

        send(ELSEWHERE, new DeleteOrganisation(organisation));

        assertThat(comesToTheHead(HERE)).isTrue();
        assertThat(fold(HERE).state().organisation(organisation)).isEmpty();
        assertThat(fold(HERE).state().project(project)).isEmpty();
        var late = new CreateProject(IDS.next(Ids.Kind.PROJECT), id(), organisation, settings(false));
        assertThatThrownBy(() -> send(HERE, late)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> send(HERE, new DeleteOrganisation(organisation)))
                .isInstanceOf(Rejected.class);
    }

    /** PostgreSQL grants a lock in the order of the requests. */
    @Test
    void anOrganisationEndsAlsoWhenOneOfItsProjectsEndedAfterItHadBeenFound() throws SQLException {
        int other = IDS.next(Ids.Kind.PROJECT);
        send(HERE, new CreateProject(other, id(), organisation, settings(true)));
        CompletableFuture<Void> ofProject;
        CompletableFuture<Void> ofOrganisation;
        try (var held = DATABASE.dataSource().getConnection();
                var lock = held.createStatement()) {
            held.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(" + ProjectLock.LOCKS_OF_PROJECTS + ", " + project + ")");
            ofProject = later(() -> send(HERE, new DeleteProject(project)));
            await().until(() -> waitingForProject() == 1);
            ofOrganisation = later(() -> send(ELSEWHERE, new DeleteOrganisation(organisation)));
            await().until(() -> waitingForProject() == 2);
            held.rollback();
        }

        ofProject.join();
        ofOrganisation.join();
        assertThat(comesToTheHead(HERE)).isTrue();
        assertThat(fold(HERE).state().organisation(organisation)).isEmpty();
        assertThat(fold(HERE).state().project(other)).isEmpty();
    }

    private static CompletableFuture<Void> later(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private int waitingForProject() {
        return HERE.get(JdbcClient.class)
                .sql("select count(*) from pg_locks where classid = :locks and objid = :project and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .param("locks", ProjectLock.LOCKS_OF_PROJECTS)
                .param("project", project)
                .query(Integer.class)
                .single();
    }

    @Test
    void aNewFeatureStartsInEveryEnvironmentAsItSays() {
        int live = addEnvironment(HERE, "Live");
        int staging = addEnvironment(HERE, "Staging");
        int feature = addFeature(HERE, "basket_v2", "12");

        for (int environment : List.of(live, staging)) {
            assertThat(flag(environment, feature).environmentDefault().enabled())
                    .isTrue();
            assertThat(flag(environment, feature).environmentDefault().value()).isEqualTo(FeatureValue.of(12));
        }
        assertThat(flag(live, feature).environmentDefault().id())
                .isNotEqualTo(flag(staging, feature).environmentDefault().id());
    }

    @Test
    void aNewEnvironmentStartsWithEveryFeature() {
        int feature = addFeature(HERE, "basket_v2", "true");
        int other = addFeature(HERE, "banner", null);
        int live = addEnvironment(HERE, "Live");

        assertThat(flag(live, feature).environmentDefault().value()).isEqualTo(FeatureValue.of(true));
        assertThat(flag(live, other).environmentDefault().value()).isEqualTo(FeatureValue.NONE);
    }

    @Test
    void aProjectThatPreventsDefaultsStartsEverythingOffAndEmpty() {
        int careful = IDS.next(Ids.Kind.PROJECT);
        send(HERE, new CreateProject(careful, id(), organisation, settings(true)));
        int live = addEnvironment(HERE, careful, "Live");
        int feature = addFeature(HERE, careful, "basket_v2", "blue");
        int late = addEnvironment(HERE, careful, "Late");

        for (int environment : List.of(live, late)) {
            assertThat(flag(environment, feature).environmentDefault().enabled())
                    .isFalse();
            assertThat(flag(environment, feature).environmentDefault().value()).isEqualTo(FeatureValue.NONE);
        }
    }

    @Test
    void aProjectThatIsNotThereCannotBeShaped() {
        assertThatThrownBy(() -> HERE.get(Commands.class).send(feature(1, 999_999, "f", null), Attribution.SYSTEM))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Missing("Project")));
    }

    @Test
    void aNameIsGivenOnceInAnyCase() {
        addFeature(HERE, "Basket", null);

        assertThatThrownBy(() -> addFeature(ELSEWHERE, "bASKET", null))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection())
                                .isEqualTo(new Rejection.Taken(Claim.Kind.FEATURE_NAME)));
    }

    @Test
    void aStrangerIsRefusedAndNothingIsRecorded() {
        long head = HERE.get(EventLog.class).head();
        var stranger =
                new Attribution(Actor.user(IDS.next(Ids.Kind.USER), "eve@example.test"), "r-1", null, null, null);

        assertThatThrownBy(() -> HERE.get(Commands.class).send(feature(1, project, "theirs", null), stranger))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Forbidden()));
        assertThat(HERE.get(EventLog.class).head()).isEqualTo(head);
        addFeature(HERE, "theirs", null);
    }

    /** More transactions wait for the project's lock than there are connections. */
    @Test
    void whateverIsCreatedAtOnceEveryFeatureHasAFlagInEveryEnvironment() {
        try (var threads = Executors.newFixedThreadPool(30)) {
            IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                var node = i % 2 == 0 ? HERE : ELSEWHERE;
                                if (i % 3 == 0) {
                                    addEnvironment(node, "environment " + i);
                                } else {
                                    addFeature(node, "feature_" + i, "blue");
                                }
                            },
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        for (var node : List.of(HERE, ELSEWHERE)) {
            assertThat(comesToTheHead(node)).isTrue();
            var shaped = fold(node).state().project(project).orElseThrow();
            assertThat(shaped.environments()).hasSize(20);
            assertThat(shaped.features()).hasSize(40);
            assertThat(shaped.environments().values())
                    .allSatisfy(environment -> assertThat(environment.flags().keySet())
                            .isEqualTo(shaped.features().keySet()));
        }
    }

    @Test
    void aProjectIsDeletedOnceAndGivesUpTheNamesOfItsEnvironments() {
        int live = addEnvironment(HERE, "Live");
        send(HERE, new DeleteProject(project));

        assertThat(fold(HERE).state().project(project)).isEmpty();
        assertThatThrownBy(() -> send(ELSEWHERE, new DeleteProject(project))).isInstanceOf(Rejected.class);
        assertThat(HERE.get(JdbcClient.class)
                        .sql("select count(*) from ledger.claimed_name where owner in (:owners)")
                        .param("owners", List.of("project-" + project, "environment-" + live))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCloneKeepsItsNameToItselfUnlessItIsTheNameOfAnother() {
        int live = addEnvironment(HERE, "Live");
        clone(live, "Copy");
        clone(live, "Copy");

        assertThatThrownBy(() -> addEnvironment(ELSEWHERE, "Copy"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection())
                                .isEqualTo(new Rejection.Taken(Claim.Kind.ENVIRONMENT_NAME)));
    }

    private void clone(int source, String name) {
        int environment = IDS.next(Ids.Kind.ENVIRONMENT);
        send(HERE, new CloneEnvironment(environment, id(), project, source, name, "key-" + environment));
    }

    private static boolean comesToTheHead(TestNode node) {
        return fold(node).await(node.get(EventLog.class).head(), Duration.ofSeconds(10));
    }

    private int addEnvironment(TestNode node, String name) {
        return addEnvironment(node, project, name);
    }

    private int addEnvironment(TestNode node, int inProject, String name) {
        int environment = IDS.next(Ids.Kind.ENVIRONMENT);
        var settings = new EnvironmentSettings(
                name, "key-" + environment, null, null, true, null, null, null, true, false, true, List.of());
        send(node, new CreateEnvironment(environment, id(), inProject, settings));
        return environment;
    }

    private int addFeature(TestNode node, String name, @Nullable String initialValue) {
        return addFeature(node, project, name, initialValue);
    }

    private int addFeature(TestNode node, int inProject, String name, @Nullable String initialValue) {
        int feature = IDS.next(Ids.Kind.FEATURE);
        send(node, feature(feature, inProject, name, initialValue));
        return feature;
    }

    private static CreateFeature feature(int id, int project, String name, @Nullable String initialValue) {
        return new CreateFeature(
                id,
                id(),
                project,
                name,
                FeatureType.STANDARD,
                initialValue,
                true,
                FeatureDetails.NONE,
                Owners.NONE,
                List.of());
    }

    private void send(TestNode node, LedgerCommand command) {
        node.get(Commands.class)
                .send(command, new Attribution(Actor.user(ana, "ana@example.test"), "r-1", null, null, null));
    }

    private static Flag flag(int environment, int feature) {
        return fold(HERE).state().environment(environment).orElseThrow().flag(feature);
    }

    @SuppressWarnings("unchecked") // there is one fold, and it is of this
    private static History<Installation> fold(TestNode node) {
        return node.get(History.class);
    }

    private static ProjectSettings settings(boolean preventFlagDefaults) {
        return new ProjectSettings(
                preventFlagDefaults ? "Careful" : "Shop",
                false,
                preventFlagDefaults,
                false,
                true,
                null,
                30,
                null,
                false,
                false);
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
