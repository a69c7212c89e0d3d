package dev.flagledger.command.saml;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.saml.SamlDirectory;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.api.Edit;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlCommand.AddMapping;
import dev.flagledger.api.saml.SamlCommand.ChangeMapping;
import dev.flagledger.api.saml.SamlCommand.RemoveMapping;
import dev.flagledger.api.saml.SamlMapping;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.IdFields;
import dev.flagledger.contract.view.saml.SamlMappingView;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, change and delete attribute mappings. */
@RestController
@RequestMapping("/api/v1/auth/saml/attribute-mapping")
class SamlMappingController {

    private static final String CONFIGURATION = "saml_configuration";
    private static final String TARGET = "django_attribute_name";
    private static final String SOURCE = "idp_attribute_name";
    private static final int MAX_SOURCE = 255;

    private final Ids ids;

    SamlMappingController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SamlMappingView create(CommandContext context, Form form) {
        var access = context.access();
        int configuration =
                IdFields.required(form, CONFIGURATION, id -> owner(access, id).isPresent());
        var target = Fields.choice(form, TARGET, SamlAttribute.wireNames());
        var source = form.text(SOURCE, MAX_SOURCE);
        form.validate();
        var mapping = new SamlMapping(ids.next(Ids.Kind.SAML_MAPPING), configuration, SamlAttribute.of(target), source);
        context.send(new AddMapping(organisationOf(access, configuration), mapping));
        return SamlMappingView.of(mapping);
    }

    @PutMapping("/{id}")
    SamlMappingView replace(CommandContext context, @PathVariable int id, Form form) {
        var current = mapping(context, id);
        Fields.choice(form, TARGET, SamlAttribute.wireNames());
        form.text(SOURCE, MAX_SOURCE);
        return change(context, current, form);
    }

    @PatchMapping("/{id}")
    SamlMappingView change(CommandContext context, @PathVariable int id, Form form) {
        return change(context, mapping(context, id), form);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable int id) {
        var mapping = mapping(context, id);
        context.send(new RemoveMapping(organisationOf(context.access(), mapping.configurationId()), id));
    }

    /** A mapping stays with its configuration. */
    private static SamlMappingView change(CommandContext context, SamlMapping current, Form form) {
        var target =
                form.choice(TARGET, SamlAttribute.wireNames(), current.target().wireName());
        var source = form.text(SOURCE, MAX_SOURCE, current.source());
        form.validate();
        var requested = new SamlMapping(current.id(), current.configurationId(), SamlAttribute.of(target), source);
        int organisation = organisationOf(context.access(), current.configurationId());
        context.send(new ChangeMapping(organisation, new Edit<>(current, requested)));
        return SamlMappingView.of(mapping(context, current.id()));
    }

    private static SamlMapping mapping(CommandContext context, int id) {
        return found(
                SamlDirectory.mappings(context.access()).stream()
                        .filter(mapping -> mapping.id() == id)
                        .findAny(),
                "SamlAttributeMapping");
    }

    private static int organisationOf(AccessContext access, int configuration) {
        return found(owner(access, configuration), "SamlConfiguration")
                .organisation()
                .id();
    }

    private static Optional<Owned> owner(AccessContext access, int configuration) {
        return SamlDirectory.administered(access).stream()
                .filter(owned -> owned.configuration().id() == configuration)
                .findAny();
    }
}
