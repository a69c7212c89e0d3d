package dev.flagledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteTrait;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.api.project.ProjectCommand.DeleteTag;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.role.RoleCommand.ChangeRights;
import dev.flagledger.api.role.RoleCommand.GrantRights;
import dev.flagledger.api.role.RoleCommand.RevokeRights;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class NoteRuleTest {

    private static final Actor ANA = Actor.user(Shop.ANA, "ana@example.test");
    private static final Actor ROBOT = Actor.apiKey(21, "robot");
    private static final LedgerCommand IN_PROJECT = new DeleteTag(Shop.PROJECT, 9);
    private static final LedgerCommand IN_ENVIRONMENT = new DeleteTrait(Shop.LIVE, "plan");

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestFold.class, TestRefusals.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void usersAndKeysMustNoteWhyTheyChangeAnythingInTheProject() {
        for (var command : List.of(IN_PROJECT, IN_ENVIRONMENT)) {
            for (var actor : List.of(ANA, ROBOT)) {
                assertThatExceptionOfType(Rejected.class)
                        .isThrownBy(() -> send(true, command, actor, null))
                        .extracting(Rejected::rejection)
                        .isEqualTo(new Rejection.Invalid(Rejection.Invalid.Rule.NOTE));
                assertThat(send(true, command, actor, "for the sale")).isEqualTo("handled");
                assertThat(send(false, command, actor, null)).isEqualTo("handled");
            }
        }
    }

    /** Although the organisation decides them. */
    @Test
    void theyMustForPermissionsOfRolesInTheProject() {
        var inLive = new RoleGrant(31, GrantPlace.environment(Shop.LIVE), true, List.of());
        var inShop = GrantPlace.project(Shop.PROJECT);
        var inAll = new RoleGrant(33, GrantPlace.organisation(Shop.ORGANISATION), false, List.of());

        for (var command : List.of(
                new GrantRights(Shop.ORGANISATION, 4, inLive),
                new ChangeRights(Shop.ORGANISATION, 4, inLive),
                new RevokeRights(Shop.ORGANISATION, 4, 32, inShop))) {
            assertThatExceptionOfType(Rejected.class).isThrownBy(() -> send(true, command, ANA, null));
            assertThat(send(true, command, ANA, "for the sale")).isEqualTo("handled");
        }
        assertThat(send(true, new GrantRights(Shop.ORGANISATION, 4, inAll), ANA, null))
                .isEqualTo("handled");
    }

    @Test
    void nobodyElseMust() {
        for (var actor : List.of(Actor.sdk(Shop.LIVE), Actor.SYSTEM, Actor.ANONYMOUS)) {
            assertThat(send(true, IN_ENVIRONMENT, actor, null)).isEqualTo("handled");
        }
    }

    @Test
    void whatIsOutsideTheProjectNeedsNoNote() {
        assertThat(send(true, new RevokeApiKey(Shop.ORGANISATION, 21), ANA, null))
                .isEqualTo("handled");
        assertThat(send(true, new RenameUser(Shop.ANA, "Ana", ""), ANA, null)).isEqualTo("handled");
        assertThat(send(true, new DeleteTag(999, 9), ANA, null)).isEqualTo("handled");
    }

    private static Object send(boolean required, LedgerCommand command, Actor actor, @Nullable String note) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(new Attribution(actor, "r-1", null, null, note).toMetaData());
        try {
            return rule(required).handle(new DefaultUnitOfWork<>(message), () -> "handled");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static NoteRule rule(boolean required) {
        var settings = new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, required);
        var installation = Shop.withBasket()
                .then(new ProjectChanged(Shop.PROJECT, settings))
                .state();
        return new NoteRule(
                new History<>(NODE.get(EventLog.class), installation, FlagEvents.folded(Installation::evolve)));
    }
}
