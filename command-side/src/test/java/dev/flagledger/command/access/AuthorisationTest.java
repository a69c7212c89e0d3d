package dev.flagledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Origin;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupCommand.ChangeGroup;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectCommand.ChangeProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class AuthorisationTest {

    private static final int GROUP = 12;
    private static final UUID ID = new UUID(0, 1);
    private static final ProjectSettings SHOP =
            new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, false);

    private static final Edit<ProjectSettings> SAME = new Edit<>(SHOP, SHOP);
    private static final SegmentDefinition BETA = new SegmentDefinition("beta", null, null, List.of(), List.of());

    private static final Actor ADMIN = Actor.user(1, "ana@example.test");
    private static final Actor MEMBER = Actor.user(2, "bo@example.test");
    private static final Actor MANAGER = Actor.user(3, "mo@example.test");
    private static final Actor STRANGER = Actor.user(9, "eve@example.test");
    private static final Actor NOBODY = Actor.ANONYMOUS;

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestFold.class, TestRefusals.class);

    private final Authorisation authorisation = new Authorisation(
            new History<>(NODE.get(EventLog.class), installation(), FlagEvents.folded(Installation::evolve)));

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void everyCommandIsInTheTable() {
        var commands = new ClassPathScanningCandidateComponentProvider(false);
        commands.addIncludeFilter(new AssignableTypeFilter(LedgerCommand.class));

        assertThat(commands.findCandidateComponents("dev.flagledger.api"))
                .extracting(command -> command.getBeanClassName())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Authorisation.REQUIRED.keySet().stream()
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void whoeverHasTheRightIsLetThrough() {
        assertThat(send(new ChangeProject(3, 2, SAME), ADMIN)).isEqualTo("handled");
        assertThat(send(new CreateSegment(8, ID, 3, BETA), ADMIN)).isEqualTo("handled");
        assertThat(send(new RenameUser(2, "Bo", ""), MEMBER)).isEqualTo("handled");
        assertThat(send(
                        new CreateOrganisation(5, ID, new OrganisationSettings("New", null, false, false), 9),
                        STRANGER))
                .isEqualTo("handled");
        assertThat(send(new RegisterUser(7, ID, "new@example.test", "", ""), NOBODY))
                .isEqualTo("handled");
        assertThat(send(new ChangeProject(3, 2, SAME), Actor.SYSTEM)).isEqualTo("handled");
    }

    @Test
    void whoeverLacksTheRightIsRefused() {
        assertForbidden(new ChangeProject(3, 2, SAME), MEMBER);
        assertForbidden(new ChangeProject(3, 2, SAME), STRANGER);
        assertForbidden(new ChangeProject(99, 2, SAME), ADMIN);
        assertForbidden(new CreateSegment(8, ID, 3, BETA), MEMBER);
        assertForbidden(new RenameUser(2, "Bob", ""), ADMIN);
        assertForbidden(new CreateOrganisation(5, ID, new OrganisationSettings("New", null, false, false), 9), NOBODY);
    }

    /** Otherwise they would join it at their next login, and gain what is granted to it. */
    @Test
    void whoManagesAGroupDoesNotDecideWhoJoinsItUnasked() {
        var plain = new GroupDetails("Ops", false, null);
        var renamed = new GroupDetails("Operators", false, null);
        var synced = new GroupDetails("Ops", false, "employees");
        var welcoming = new GroupDetails("Ops", true, null);

        assertThat(send(new ChangeGroup(2, GROUP, new Edit<>(plain, renamed)), MEMBER))
                .isEqualTo("handled");
        assertThat(send(new ChangeGroup(2, GROUP, new Edit<>(synced, synced)), MEMBER))
                .isEqualTo("handled");
        assertForbidden(new ChangeGroup(2, GROUP, new Edit<>(plain, synced)), MEMBER);
        assertForbidden(new ChangeGroup(2, GROUP, new Edit<>(synced, plain)), MEMBER);
        assertForbidden(new ChangeGroup(2, GROUP, new Edit<>(plain, welcoming)), MEMBER);
        assertThat(send(new ChangeGroup(2, GROUP, new Edit<>(plain, synced)), ADMIN))
                .isEqualTo("handled");
        assertThat(send(new CreateGroup(2, GROUP + 1, plain), MANAGER)).isEqualTo("handled");
        assertForbidden(new CreateGroup(2, GROUP + 1, synced), MANAGER);
        assertForbidden(new CreateGroup(2, GROUP + 1, welcoming), MANAGER);
        assertThat(send(new CreateGroup(2, GROUP + 1, synced), ADMIN)).isEqualTo("handled");
    }

    @Test
    void aCommandThatIsNotInTheTableIsRefusedEvenToAnAdmin() {
        assertForbidden(new Unlisted(), ADMIN);
        assertForbidden(new Unlisted(), Actor.SYSTEM);
    }

    /** An entry point that omits the actor must not act as the system. */
    @Test
    void aCommandThatNamesNoActorIsRefused() {
        assertThatThrownBy(() -> send(new ChangeProject(3, 2, SAME), MetaData.emptyInstance()))
                .isInstanceOfSatisfying(Rejected.class, AuthorisationTest::isForbidden);
    }

    @Test
    void whatIsNoCommandOfOursIsAMistake() {
        assertThatThrownBy(() -> send("do it", new Attribution(ADMIN, null, null, null, null).toMetaData()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertForbidden(Object command, Actor actor) {
        assertThatThrownBy(() -> send(command, actor))
                .isInstanceOfSatisfying(Rejected.class, AuthorisationTest::isForbidden);
    }

    private static void isForbidden(Rejected rejected) {
        assertThat(rejected.rejection()).isEqualTo(new Rejection.Forbidden());
    }

    private Object send(Object command, Actor actor) {
        return send(command, new Attribution(actor, "r-1", null, null, null).toMetaData());
    }

    private Object send(Object command, MetaData metaData) {
        CommandMessage<?> message =
                GenericCommandMessage.asCommandMessage(command).withMetaData(metaData);
        try {
            return authorisation.handle(new DefaultUnitOfWork<>(message), () -> "handled");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Installation installation() {
        var installation = Installation.EMPTY;
        var events = List.<LedgerEvent>of(
                new OrganisationCreated(2, ID, new OrganisationSettings("Acme", null, false, false)),
                new MemberJoined(2, 1, Role.ADMIN),
                new MemberJoined(2, 2, Role.USER),
                new MemberJoined(2, 3, Role.USER),
                new GroupCreated(2, GROUP, new GroupDetails("Ops", false, null)),
                new GroupMembersAdded(2, GROUP, List.of(2)),
                new GroupAdminChanged(2, GROUP, 2, true),
                new PermissionsGranted(
                        2,
                        new Grant(
                                1,
                                GrantHolder.user(3),
                                GrantPlace.organisation(2),
                                false,
                                List.of(Permission.MANAGE_USER_GROUPS))),
                new ProjectCreated(3, ID, 2, SHOP));
        for (var event : events) {
            installation = installation.evolve(new RecordedEvent(1, Instant.EPOCH, ADMIN, Origin.NONE, event));
        }
        return installation;
    }

    private record Unlisted() implements LedgerCommand {
        @Override
        public String aggregateId() {
            return "unlisted";
        }

        @Override
        public Scope scope() {
            return new Scope.OfProject(3);
        }
    }
}
