package dev.flagledger.command.erasure;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Subject;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.erasure.ErasureCommand.EraseMember;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.erasure.search.ErasureReport;
import dev.flagledger.command.erasure.search.ErasureReports;
import dev.flagledger.command.erasure.search.ErasureReports.Erased;
import dev.flagledger.command.erasure.search.KnownNames;
import dev.flagledger.command.user.attempt.AccountOwner;
import dev.flagledger.contract.error.OutOfScope;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that erases a member of an organisation, somebody whom it invited, or an identity of one of its environments. */
@RestController
class ErasureController {

    private final IdentityErasureRequests identities;
    private final InvitedErasureRequests invited;
    private final KnownNames names;
    private final ErasureReports reports;
    private final AccountOwner owner;

    ErasureController(
            IdentityErasureRequests identities,
            InvitedErasureRequests invited,
            KnownNames names,
            ErasureReports reports,
            AccountOwner owner) {
        this.identities = identities;
        this.invited = invited;
        this.names = names;
        this.reports = reports;
        this.owner = owner;
    }

    /** Ends accounts for users only, not for applications that act for one. */
    @PostMapping("/api/v1/organisations/{id}/erasures")
    @ResponseStatus(HttpStatus.CREATED)
    ErasureReport erase(CommandContext context, @PathVariable int id, Form form) {
        var access = context.access();
        var user = form.integerOrNull("user", null);
        boolean oneself = user != null && user.equals(context.actor().userId());
        access.organisation(id, oneself ? Permission.VIEW_ORGANISATION : Permission.ORGANISATION_ADMIN);
        if (user == null && !form.has("email")) {
            return identities.erase(context, id, form);
        }
        if (Caller.scope() != null) {
            throw new OutOfScope();
        }
        if (user == null) {
            return invited.erase(context, id, form);
        }
        if (oneself) {
            owner.require(context, form);
        } else {
            form.validate();
        }
        var erasure = UUID.randomUUID();
        var organisations = organisationsToSearch(access, id, user, oneself);
        var erased = new Erased(erasure, List.of(Subject.user(user)), List.of("key", "account", "memberships"));
        var report = reports.of(erased, organisations, names.ofUser(user));
        context.send(oneself ? new EraseOneself(erasure, user) : new EraseMember(erasure, id, user));
        return report;
    }

    /**
     * The command checks this too; here it keeps callers from searching logs of organisations that they do not
     * administer.
     */
    private static List<Integer> organisationsToSearch(
            AccessContext access, int organisation, int user, boolean oneself) {
        var organisations = AccessContext.found(
                Optional.of(access.installation().organisationsOf(user)).filter(ids -> ids.contains(organisation)),
                "FFAdminUser");
        if (!oneself) {
            organisations.forEach(id -> access.organisation(id, Permission.ORGANISATION_ADMIN));
        }
        return organisations;
    }
}
