package dev.flagledger.command.saml;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.api.Edit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.saml.SamlCommand.AddSaml;
import dev.flagledger.api.saml.SamlCommand.ChangeSaml;
import dev.flagledger.api.saml.SamlCommand.RemoveSaml;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.saml.SamlConfigurationView;
import dev.flagledger.installation.id.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete an organisation's configurations of SAML. */
@RestController
@RequestMapping("/api/v1/auth/saml/configuration")
class SamlConfigurationController {

    private final Ids ids;
    private final ServiceProviderKeys keys;
    private final SamlLinks links;
    private final SamlEndings endings;

    SamlConfigurationController(Ids ids, ServiceProviderKeys keys, SamlLinks links, SamlEndings endings) {
        this.ids = ids;
        this.keys = keys;
        this.links = links;
        this.endings = endings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SamlConfigurationView create(CommandContext context, Form form) {
        int organisation = form.integer("organisation");
        form.validate();
        context.access().organisation(organisation, Permission.ORGANISATION_ADMIN);
        var configuration = SamlForm.create(form).withId(ids.next(Ids.Kind.SAML_CONFIGURATION));
        var pair = keys.draw();
        context.send(new AddSaml(organisation, configuration), () -> keys.store(configuration.id(), pair));
        return view(context, configuration.id());
    }

    @PutMapping("/{name}")
    SamlConfigurationView replace(CommandContext context, @PathVariable String name, Form form) {
        var owned = SamlDirectory.administered(context.access(), name);
        SamlForm.requireAll(form);
        return change(context, owned, form);
    }

    @PatchMapping("/{name}")
    SamlConfigurationView change(CommandContext context, @PathVariable String name, Form form) {
        return change(context, SamlDirectory.administered(context.access(), name), form);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String name) {
        var owned = SamlDirectory.administered(context.access(), name);
        int id = owned.configuration().id();
        context.send(
                new RemoveSaml(owned.organisation().id(), id),
                () -> endings.end(owned.organisation().id(), id));
    }

    private SamlConfigurationView change(CommandContext context, Owned owned, Form form) {
        var current = owned.configuration();
        var requested = SamlForm.read(form, current);
        context.send(
                new ChangeSaml(owned.organisation().id(), new Edit<>(current, requested)),
                () -> links.forgetUnlessSame(owned.organisation().id(), current, requested));
        return view(context, current.id());
    }

    /** Another request may have deleted it in the meantime. */
    private static SamlConfigurationView view(CommandContext context, int id) {
        var owned = AccessContext.found(SamlDirectory.withId(context.installation(), id), "SamlConfiguration");
        return SamlConfigurationView.of(owned.organisation().id(), owned.configuration());
    }
}
