package dev.flagledger.command.erasure;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Subject;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.erasure.ErasureCommand.EraseIdentity;
import dev.flagledger.api.erasure.ErasureCommand.EraseMember;
import dev.flagledger.api.erasure.ErasureCommand.EraseOneself;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.AccountOwner;
import dev.flagledger.contract.error.OutOfScope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.log.IdentityLog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that erases a member of an organisation or an identity of one of its environments. */
@RestController
class ErasureController {

    private static final int MAX_TEXT = 2_000;

    private final Identities identities;
    private final IdentityLog log;
    private final KnownNames names;
    private final ErasureReports reports;
    private final AccountOwner owner;

    ErasureController(
            Identities identities, IdentityLog log, KnownNames names, ErasureReports reports, AccountOwner owner) {
        this.identities = identities;
        this.log = log;
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
        if (user == null) {
            return eraseIdentity(context, access, id, form);
        }
        if (Caller.scope() != null) {
            throw new OutOfScope();
        }
        if (oneself) {
            owner.require(context, form);
        } else {
            form.validate();
        }
        var erasure = UUID.randomUUID();
        var organisations = organisationsToSearch(access, id, user, oneself);
        var report = reports.of(erasure, Subject.user(user), organisations, names.ofUser(user));
        context.send(oneself ? new EraseOneself(erasure, user) : new EraseMember(erasure, id, user));
        return report;
    }

    private ErasureReport eraseIdentity(CommandContext context, AccessContext access, int organisation, Form form) {
        var apiKey = form.text("environment", MAX_TEXT);
        var identifier = form.text("identifier", MAX_TEXT);
        form.validate();
        int environment = within(access, organisation, access.environment(apiKey, Permission.ENVIRONMENT_ADMIN));
        var identity = AccessContext.found(identities.named(environment, identifier), "Identity");
        var command = new EraseIdentity(UUID.randomUUID(), environment, identity.id());
        var report = reports.of(
                command.erasureId(),
                Subject.identity(identity.id()),
                List.of(organisation),
                log.identifiers(environment, identity.id()));
        context.send(command, () -> log.handle(new DeleteIdentity(environment, identity.id()), context.attribution()));
        return report;
    }

    private static int within(AccessContext access, int organisation, Environment environment) {
        var project = access.installation()
                .project(environment.projectId())
                .filter(found -> found.organisationId() == organisation);
        return Objects.requireNonNull(
                        AccessContext.found(project, "Environment").environment(environment.id()))
                .id();
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
