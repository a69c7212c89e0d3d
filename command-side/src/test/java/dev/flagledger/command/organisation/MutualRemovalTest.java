package dev.flagledger.command.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.invite.InviteLinkCommand.CreateInviteLink;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** Of two admins who remove or demote each other at once, the first one recorded stays, whoever else is an admin. */
class MutualRemovalTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, MemberAdmission.class);

    private final Ids ids = NODE.get(Ids.class);
    private final int organisation = ids.next(Ids.Kind.ORGANISATION);
    private final int ana = ids.next(Ids.Kind.USER);
    private final int bo = ids.next(Ids.Kind.USER);
    private final int cy = ids.next(Ids.Kind.USER);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @RepeatedTest(5)
    void oneOfThemStays() throws Exception {
        found(List.of(bo));

        assertThat(atOnce(this::removal)).containsExactlyInAnyOrder("done", "forbidden");
        assertThat(admins()).hasSize(1).isSubsetOf(ana, bo);
    }

    @RepeatedTest(5)
    void oneOfThemStaysAlsoIfThereIsAThirdAdmin() throws Exception {
        found(List.of(bo, cy));

        assertThat(atOnce(this::removal)).containsExactlyInAnyOrder("done", "forbidden");
        assertThat(admins()).hasSize(2).contains(cy);
    }

    @RepeatedTest(5)
    void oneOfThemStaysAnAdmin() throws Exception {
        found(List.of(bo));

        assertThat(atOnce(this::demotion)).containsExactlyInAnyOrder("done", "forbidden");
        assertThat(admins()).hasSize(1).isSubsetOf(ana, bo);
    }

    @RepeatedTest(5)
    void oneOfThemStaysAnAdminAlsoIfThereIsAThird() throws Exception {
        found(List.of(bo, cy));

        assertThat(atOnce(this::demotion)).containsExactlyInAnyOrder("done", "forbidden");
        assertThat(admins()).hasSize(2).contains(cy);
    }

    private LedgerCommand removal(int other) {
        return new RemoveMembers(organisation, Set.of(other));
    }

    private LedgerCommand demotion(int other) {
        return new ChangeMemberRole(organisation, other, Role.USER);
    }

    private List<String> atOnce(IntFunction<LedgerCommand> against) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes = both.invokeAll(List.of(sending(ana, against.apply(bo)), sending(bo, against.apply(ana))));
            return List.of(outcomes.get(0).get(), outcomes.get(1).get());
        }
    }

    /** What became of it. */
    private static Callable<String> sending(int admin, LedgerCommand command) {
        return () -> {
            try {
                TestContexts.of(NODE, Actor.user(admin, "admin@ex.test")).send(command);
                return "done";
            } catch (Rejected e) {
                return e.rejection() instanceof Rejection.Forbidden ? "forbidden" : e.toString();
            }
        };
    }

    private void found(List<Integer> others) {
        var context = TestContexts.of(NODE, Actor.user(ana, "ana@ex.test"));
        context.send(new CreateOrganisation(
                organisation, UUID.randomUUID(), new OrganisationSettings("Acme", null, false, false), ana));
        var admission = NODE.get(MemberAdmission.class);
        others.forEach(user -> context.send(
                new CreateInviteLink(organisation, ids.next(Ids.Kind.INVITE_LINK), Role.USER, null),
                () -> admission.admit(organisation, user, Role.ADMIN, List.of())));
    }

    private Set<Integer> admins() {
        return TestContexts.of(NODE, Actor.SYSTEM)
                .installation()
                .organisation(organisation)
                .orElseThrow()
                .members()
                .entrySet()
                .stream()
                .filter(member -> member.getValue() == Role.ADMIN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
