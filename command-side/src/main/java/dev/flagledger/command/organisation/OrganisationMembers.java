package dev.flagledger.command.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.log.Attribution;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The members of an organisation, as part of its aggregate. One of them is an admin, and no command of the organisation takes away the last
 * who can log in.
 */
final class OrganisationMembers {

    private final TreeMap<Integer, Role> roles = new TreeMap<>();

    boolean contains(int userId) {
        return roles.containsKey(userId);
    }

    /** Removes a member; rejected if no other admin is left. {@code inactive} are the members who cannot use their accounts. */
    void end(int organisationId, int userId, Set<Integer> inactive) {
        requireAdminBeside(Set.of(userId), inactive);
        apply(new MemberRemoved(organisationId, userId));
    }

    @CommandHandler
    void handle(ChangeMemberRole command, MetaData sent) {
        requireStillAdmin(Attribution.actorOf(sent));
        if (role(command.userId()) != command.role()) {
            if (command.role() != Role.ADMIN) {
                requireAdminBeside(Set.of(command.userId()), InactiveAccounts.of(sent));
            }
            apply(new MemberRoleChanged(command.organisationId(), command.userId(), command.role()));
        }
    }

    @CommandHandler
    void handle(RemoveMembers command, MetaData sent) {
        requireStillAdmin(Attribution.actorOf(sent));
        requireAdminBeside(command.userIds(), InactiveAccounts.of(sent));
        command.userIds().stream()
                .filter(roles::containsKey)
                .sorted()
                .forEach(user -> apply(new MemberRemoved(command.organisationId(), user)));
    }

    @CommandHandler
    void handle(LeaveOrganisation command, MetaData sent) {
        role(command.userId());
        end(command.organisationId(), command.userId(), InactiveAccounts.of(sent));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case MemberJoined e -> roles.put(e.userId(), e.role());
            case MemberRoleChanged e -> roles.put(e.userId(), e.role());
            case MemberRemoved e -> roles.remove(e.userId());
            case OrganisationEvent _ -> {}
        }
    }

    /** The role of a member; rejected if the user is none. */
    private Role role(int userId) {
        var role = roles.get(userId);
        if (role == null) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        return role;
    }

    /**
     * Rejected if a user is no admin any more. The state by which a command was permitted may be older than this: of two admins who
     * remove each other, only the first does so.
     */
    private void requireStillAdmin(Actor actor) {
        @Nullable Integer user = actor.userId();
        if (user != null && roles.get(user) != Role.ADMIN) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Rejected if there is no admin beside these users, or if one of them is the last who can use their account. */
    private void requireAdminBeside(Set<Integer> users, Set<Integer> inactive) {
        var going = admins(users::contains);
        var staying = admins(user -> !users.contains(user));
        boolean usableGoes = !inactive.containsAll(going);
        if (staying.isEmpty() || (usableGoes && inactive.containsAll(staying))) {
            throw new Rejected(new Rejection.Invalid(Rule.LAST_ADMIN));
        }
    }

    private Set<Integer> admins(IntPredicate among) {
        return roles.keySet().stream()
                .filter(user -> roles.get(user) == Role.ADMIN && among.test(user))
                .collect(Collectors.toSet());
    }
}
