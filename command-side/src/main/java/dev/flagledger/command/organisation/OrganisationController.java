package dev.flagledger.command.organisation;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.DeleteOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    OrganisationController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationView create(Attribution caller, Form form) {
        var name = form.text("name", MAX_NAME);
        var settings = settings(form, new OrganisationSettings(name, null, false, false));
        int id = ids.next(Ids.Kind.ORGANISATION);
        int founder = Objects.requireNonNull(caller.actor().id());
        commands.send(new CreateOrganisation(id, UUID.randomUUID(), settings, founder), caller);
        return OrganisationView.of(organisation(id), null);
    }

    @PutMapping("/{id}")
    OrganisationView replace(Attribution caller, @PathVariable int id, Form form) {
        form.text("name", MAX_NAME);
        return change(caller, id, form);
    }

    @PatchMapping("/{id}")
    OrganisationView change(Attribution caller, @PathVariable int id, Form form) {
        var now = new AccessContext(fold.state(), caller.actor()).organisation(id, Permission.ORGANISATION_ADMIN);
        commands.send(new ChangeOrganisation(id, new Edit<>(now.settings(), settings(form, now.settings()))), caller);
        return OrganisationView.seenBy(caller.actor(), organisation(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable int id) {
        new AccessContext(fold.state(), caller.actor()).organisation(id, Permission.ORGANISATION_ADMIN);
        commands.send(new DeleteOrganisation(id), caller);
    }

    private static OrganisationSettings settings(Form form, OrganisationSettings now) {
        var settings = new OrganisationSettings(
                form.text("name", MAX_NAME, now.name()),
                form.emailOrNull("webhook_notification_email", MAX_EMAIL, now.webhookNotificationEmail()),
                form.bool("force_2fa", now.forceTwoFactor()),
                form.bool("restrict_project_create_to_admin", now.restrictProjectCreateToAdmin()));
        form.validate();
        return settings;
    }

    private Organisation organisation(int id) {
        return AccessContext.found(fold.state().organisation(id), "Organisation");
    }
}
