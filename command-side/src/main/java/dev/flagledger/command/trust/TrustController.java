package dev.flagledger.command.trust;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.trust.TrustCommand.ChangeTrust;
import dev.flagledger.api.trust.TrustCommand.CreateTrust;
import dev.flagledger.api.trust.TrustCommand.DeleteTrust;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.TrustView;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete trust relationships. Only users may call them, not machines. */
@RestController
@RequestMapping("/api/v1/organisations/{organisationId}/trust-relationships")
class TrustController {

    private final Ids ids;

    TrustController(Ids ids) {
        this.ids = ids;
    }

    /** The secret of the key is not kept: nobody can use it but by a token. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TrustView create(CommandContext context, @PathVariable int organisationId, Form form) {
        context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        TrustForm.requireAll(form);
        var details = TrustForm.read(form, new TrustDetails("", "", "", List.of()));
        boolean admin = form.bool("is_admin", false);
        form.validate();
        var key = new ApiKey(ids.next(Ids.Kind.API_KEY), ApiKeys.draw().prefix(), details.name(), null, admin);
        var trust = new TrustRelationship(ids.next(Ids.Kind.TRUST), key.id(), details);
        context.send(new CreateTrust(organisationId, trust, key));
        return view(context, organisationId, trust.id());
    }

    @PutMapping("/{id}")
    TrustView replace(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        TrustForm.requireAll(form);
        return change(context, organisationId, id, form);
    }

    @PatchMapping("/{id}")
    TrustView change(CommandContext context, @PathVariable int organisationId, @PathVariable int id, Form form) {
        var organisation = context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        var trust = found(organisation.access().trusts().find(id), "TrustRelationship");
        var key = organisation.key(trust.keyId()).key();
        var details = TrustForm.read(form, trust.details());
        var wanted =
                new ApiKey(key.id(), key.prefix(), details.name(), key.expiresAt(), form.bool("is_admin", key.admin()));
        form.validate();
        context.send(
                new ChangeTrust(organisationId, id, new Edit<>(trust.details(), details), new Edit<>(key, wanted)));
        return view(context, organisationId, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int organisationId, @PathVariable int id) {
        var organisation = context.access().organisation(organisationId, Permission.ORGANISATION_ADMIN);
        found(organisation.access().trusts().find(id), "TrustRelationship");
        context.send(new DeleteTrust(organisationId, id));
    }

    /** Another request may have deleted it in the meantime. */
    private static TrustView view(CommandContext context, int organisationId, int id) {
        var organisation = found(context.installation().organisation(organisationId), "Organisation");
        return TrustView.of(organisation, found(organisation.access().trusts().find(id), "TrustRelationship"));
    }
}
