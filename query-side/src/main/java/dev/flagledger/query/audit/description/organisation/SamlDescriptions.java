package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.SAML_CONFIGURATION;
import static dev.flagledger.contract.view.audit.AuditedKind.SAML_MAPPING;

import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of logins by SAML. */
final class SamlDescriptions {

    private SamlDescriptions() {}

    static EventDescription of(Installation before, SamlEvent event) {
        var known = before.organisation(event.organisationId())
                .map(organisation -> organisation.access().saml())
                .orElse(SamlConfigurations.NONE);
        return switch (event) {
            case SamlAdded e ->
                EventDescription.of(
                        SAML_CONFIGURATION.created(e.configuration().name()), changes(null, e.configuration()));
            case SamlChanged e ->
                EventDescription.of(
                        SAML_CONFIGURATION.updated(e.configuration().name()),
                        changes(known.byId().get(e.configuration().id()), e.configuration()));
            case SamlRemoved e -> EventDescription.of(SAML_CONFIGURATION.deleted(nameOf(known, e.configurationId())));
            case SamlMappingAdded e ->
                EventDescription.of(SAML_MAPPING.created(e.mapping().target().wireName()), changes(null, e.mapping()));
            case SamlMappingChanged e ->
                EventDescription.of(
                        SAML_MAPPING.updated(e.mapping().target().wireName()),
                        changes(known.mappings().get(e.mapping().id()), e.mapping()));
            case SamlMappingRemoved e -> EventDescription.of(SAML_MAPPING.deleted(targetOf(known, e.mappingId())));
        };
    }

    private static List<FieldChange> changes(@Nullable SamlConfiguration old, SamlConfiguration now) {
        return FieldChange.differing(
                new FieldChange("name", old == null ? null : old.name(), now.name()),
                new FieldChange("frontend_url", old == null ? null : old.frontendUrl(), now.frontendUrl()),
                new FieldChange("idp_metadata_xml", old == null ? null : old.metadata(), now.metadata()),
                new FieldChange("allow_idp_initiated", old == null ? null : old.idpInitiated(), now.idpInitiated()),
                new FieldChange("create_users", old == null ? null : old.createsUsers(), now.createsUsers()),
                new FieldChange(
                        "role",
                        old == null ? null : old.role().name(),
                        now.role().name()));
    }

    private static List<FieldChange> changes(@Nullable SamlMapping old, SamlMapping now) {
        return FieldChange.differing(
                new FieldChange(
                        "django_attribute_name",
                        old == null ? null : old.target().wireName(),
                        now.target().wireName()),
                new FieldChange("idp_attribute_name", old == null ? null : old.source(), now.source()));
    }

    private static String nameOf(SamlConfigurations known, int id) {
        var configuration = known.byId().get(id);
        return configuration == null ? Integer.toString(id) : configuration.name();
    }

    private static String targetOf(SamlConfigurations known, int id) {
        var mapping = known.mappings().get(id);
        return mapping == null ? Integer.toString(id) : mapping.target().wireName();
    }
}
