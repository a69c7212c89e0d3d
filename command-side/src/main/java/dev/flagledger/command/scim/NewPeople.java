package dev.flagledger.command.scim;

import com.unboundid.scim2.common.exceptions.ForbiddenException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ScimException;
import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.scim.ScimPerson;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.scim.ScimUser;
import dev.flagledger.contract.scim.UserForm;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Provisions people whom a directory has not named before. Whoever has no account gets one without a password, which the organisation's identity
 * providers may link; an account that is there already is not changed.
 */
@Component
class NewPeople {

    private final Accounts accounts;
    private final AccountSettings settings;
    private final InvitedPeople people;
    private final LinkedLogins links;
    private final Memberships memberships;

    NewPeople(
            Accounts accounts,
            AccountSettings settings,
            InvitedPeople people,
            LinkedLogins links,
            Memberships memberships) {
        this.accounts = accounts;
        this.settings = settings;
        this.people = people;
        this.links = links;
        this.memberships = memberships;
    }

    /**
     * Provisions a person. Each step is recorded by itself; what breaks off is completed when the directory tries again.
     *
     * @throws ScimException if there is a user with this name, or the person needs an account and nobody may have one
     */
    ScimUser provision(CommandContext context, UserForm form) throws ScimException {
        var organisation = context.access().directed();
        var account = accounts.byEmail(form.userName()).map(Accounts.Account::userId);
        boolean known = account.flatMap(id -> ScimUser.of(context.installation(), organisation, id))
                        .isPresent()
                || ScimUser.all(context.installation(), organisation)
                        .anyMatch(user -> user.userName().equalsIgnoreCase(form.userName()));
        if (known) {
            throw ResourceConflictException.uniqueness(ScimTexts.USER_EXISTS);
        }
        int user = account.isPresent() ? account.get() : open(context, organisation.id(), form);
        var person = new ScimPerson(user, form.userName(), form.externalId(), false);
        return memberships.begin(context, person, form.active());
    }

    private int open(CommandContext context, int organisation, UserForm form) throws ScimException {
        if (settings.preventSignup()) {
            throw new ForbiddenException(ScimTexts.NO_NEW_ACCOUNTS);
        }
        int user = people.takeId(form.userName());
        var command = new RegisterUser(
                user,
                UUID.randomUUID(),
                form.userName(),
                form.firstName(),
                form.lastName(),
                Enrolment.ACTIVE,
                Origin.ORDINARY);
        try {
            context.send(command, () -> {
                accounts.openWithoutPassword(user, form.userName());
                links.permit(user, organisation);
            });
            return user;
        } catch (Rejected e) {
            // Another request has opened it at the same time, which is not for this organisation to use.
            if (e.rejection() instanceof Rejection.Taken) {
                throw ResourceConflictException.uniqueness(ScimTexts.USER_EXISTS);
            }
            throw e;
        }
    }
}
