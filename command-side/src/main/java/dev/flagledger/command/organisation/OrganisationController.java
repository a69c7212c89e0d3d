package dev.flagledger.command.organisation;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlMembership;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.DeleteOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete organisations. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    private static final int MAX_NAME = 2_000;
    private static final int MAX_EMAIL = 254;

    private final Ids ids;
    private final SamlMembership saml;
    private final AccountSettings settings;

    OrganisationController(Ids ids, SamlMembership saml, AccountSettings settings) {
        this.ids = ids;
        this.saml = saml;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationView create(CommandContext context, Form form) {
        requireOwnLogin();
        if (settings.restrictOrgCreateToSuperusers()) {
            context.access().require(Permission.INSTALLATION_ADMIN, new Scope.Everywhere());
        }
        var name = form.text("name", MAX_NAME);
        var settings = settings(form, new OrganisationSettings(name, null, false, false));
        int founder = Objects.requireNonNull(context.actor().id());
        saml.requireFounder(founder);
        int id = ids.next(Ids.Kind.ORGANISATION);
        context.send(new CreateOrganisation(id, UUID.randomUUID(), settings, founder));
        return OrganisationView.of(organisation(context, id), null);
    }

    private static void requireOwnLogin() {
        var session = Caller.session();
        if (session != null && session.way().organisation() != null) {
            throw Refusal.detail(
                    HttpStatus.FORBIDDEN,
                    LoginRuleTexts.foundsNone(session.way().method()));
        }
    }

    @PutMapping("/{id}")
    OrganisationView replace(CommandContext context, @PathVariable int id, Form form) {
        form.text("name", MAX_NAME);
        return change(context, id, form);
    }

    @PatchMapping("/{id}")
    OrganisationView change(CommandContext context, @PathVariable int id, Form form) {
        var current = context.access().organisation(id, Permission.ORGANISATION_ADMIN);
        context.send(new ChangeOrganisation(id, new Edit<>(current.settings(), settings(form, current.settings()))));
        return OrganisationView.seenBy(context.actor(), organisation(context, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id) {
        context.access().organisation(id, Permission.ORGANISATION_ADMIN);
        context.send(new DeleteOrganisation(id));
    }

    private static OrganisationSettings settings(Form form, OrganisationSettings current) {
        var settings = new OrganisationSettings(
                form.text("name", MAX_NAME, current.name()),
                form.emailOrNull("webhook_notification_email", MAX_EMAIL, current.webhookNotificationEmail()),
                form.bool("force_2fa", current.forceTwoFactor()),
                form.bool("restrict_project_create_to_admin", current.restrictProjectCreateToAdmin()));
        form.validate();
        return settings;
    }

    private static Organisation organisation(CommandContext context, int id) {
        return AccessContext.found(context.installation().organisation(id), "Organisation");
    }
}
