package dev.flagledger.command.scim;

import com.github.benmanes.caffeine.cache.Ticker;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.scim.ScimCommand.ForgetPerson;
import dev.flagledger.api.scim.ScimCommand.RecordPerson;
import dev.flagledger.api.scim.ScimPerson;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.InviteSender;
import dev.flagledger.command.invite.rule.InviteSettings;
import dev.flagledger.command.limit.MinuteLimit;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.ScimUser;
import dev.flagledger.contract.scim.UserForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Makes people members of the organisation, and ends that, as its directory says. Whoever has not consented to be a member is
 * invited instead.
 */
@Component
class Memberships {

    private final Consent consent;
    private final InviteSender invites;
    private final MinuteLimit limit;

    Memberships(Consent consent, InviteSender invites, InviteSettings settings) {
        this.consent = consent;
        this.invites = invites;
        this.limit = new MinuteLimit(settings.perMinute(), Ticker.systemTicker());
    }

    /**
     * Records what the directory says about a user who is no member, and makes them one if they are to be.
     *
     * @throws dev.flagledger.contract.error.Throttled if the organisation invites too many people
     */
    ScimUser begin(CommandContext context, ScimPerson person, boolean active) {
        var commands = new ArrayList<LedgerCommand>();
        int organisation = context.access().directed().id();
        commands.add(new RecordPerson(organisation, person));
        boolean joins = active && consent.given(context, person);
        if (active && !joins) {
            limit.admit(Integer.toString(organisation));
        }
        if (joins) {
            commands.add(new AdmitMember(organisation, person.userId(), Role.USER));
        }
        context.sendTogether(commands);
        if (active && !joins) {
            invite(context, current(context, person.userId()));
        }
        return current(context, person.userId());
    }

    /**
     * Changes what the directory says about a user.
     *
     * @throws ScimException if another user has the name
     */
    ScimUser change(CommandContext context, ScimUser user, UserForm sent) throws ScimException {
        boolean taken = ScimUser.all(context.installation(), user.organisation())
                .anyMatch(other -> other.user().id() != user.user().id()
                        && other.userName().equalsIgnoreCase(sent.userName()));
        if (taken) {
            throw ResourceConflictException.uniqueness(ScimTexts.USER_EXISTS);
        }
        var person = user.asPerson().named(sent.userName(), sent.externalId());
        if (sent.active() && !user.isActive()) {
            return begin(context, person, true);
        }
        if (!sent.active()) {
            return takeOut(context, user, person);
        }
        context.send(new RecordPerson(user.organisation().id(), person));
        return current(context, user.user().id());
    }

    /** Ends what the directory has said about a user, with the membership. */
    void end(CommandContext context, ScimUser user) {
        int organisation = user.organisation().id();
        var commands = new ArrayList<LedgerCommand>();
        if (user.isMember()) {
            commands.add(new RemoveMembers(organisation, Set.of(user.user().id())));
        }
        commands.add(new ForgetPerson(organisation, user.user().id()));
        withdraw(context, user);
        context.sendTogether(commands);
    }

    private ScimUser takeOut(CommandContext context, ScimUser user, ScimPerson person) {
        int organisation = user.organisation().id();
        withdraw(context, user);
        if (user.isMember()) {
            context.sendTogether(List.of(
                    new RemoveMembers(organisation, Set.of(person.userId())),
                    new RecordPerson(organisation, person.takenOut(true))));
        } else {
            context.send(new RecordPerson(organisation, person));
        }
        return current(context, person.userId());
    }

    private void invite(CommandContext context, ScimUser user) {
        if (!user.isActive()) {
            invites.invite(context, user.organisation(), user.userName());
        }
    }

    /** Only an invite for this account; members have none to withdraw. */
    private void withdraw(CommandContext context, ScimUser user) {
        if (!user.isMember()) {
            user.organisation().access().invitations().invites().values().stream()
                    .filter(invite -> invite.userId() == user.user().id())
                    .forEach(invite -> invites.withdraw(context, user.organisation(), invite.id()));
        }
    }

    /** Somebody else may have taken the user out in the meantime. */
    private static ScimUser current(CommandContext context, int userId) {
        return ScimUser.of(context.installation(), context.access().directed(), userId)
                .orElseThrow(() -> new Rejected(new Rejection.Missing("FFAdminUser")));
    }
}
