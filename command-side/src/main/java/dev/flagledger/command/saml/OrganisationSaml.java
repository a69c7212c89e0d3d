package dev.flagledger.command.saml;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.saml.SamlCommand.AddMapping;
import dev.flagledger.api.saml.SamlCommand.AddSaml;
import dev.flagledger.api.saml.SamlCommand.ChangeMapping;
import dev.flagledger.api.saml.SamlCommand.ChangeSaml;
import dev.flagledger.api.saml.SamlCommand.RemoveMapping;
import dev.flagledger.api.saml.SamlCommand.RemoveSaml;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The configurations of SAML of an organisation, as part of its aggregate. */
public final class OrganisationSaml {

    private SamlConfigurations configurations = SamlConfigurations.NONE;

    @CommandHandler
    void handle(AddSaml command) {
        apply(new SamlAdded(command.organisationId(), command.configuration()));
    }

    @CommandHandler
    void handle(ChangeSaml command) {
        var current = configuration(command.configuration().seen().id());
        var changed = Edits.merged(command.configuration(), current);
        if (!changed.equals(current)) {
            apply(new SamlChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(RemoveSaml command) {
        configuration(command.configurationId());
        apply(new SamlRemoved(command.organisationId(), command.configurationId()));
    }

    @CommandHandler
    void handle(AddMapping command) {
        configuration(command.mapping().configurationId());
        apply(new SamlMappingAdded(command.organisationId(), command.mapping()));
    }

    @CommandHandler
    void handle(ChangeMapping command) {
        var current = mapping(command.mapping().seen().id());
        var changed = Edits.merged(command.mapping(), current);
        if (!changed.equals(current)) {
            configuration(changed.configurationId());
            apply(new SamlMappingChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(RemoveMapping command) {
        mapping(command.mappingId());
        apply(new SamlMappingRemoved(command.organisationId(), command.mappingId()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        if (event instanceof SamlEvent saml) {
            configurations = configurations.evolve(saml);
        }
    }

    private SamlConfiguration configuration(int id) {
        return found(configurations.byId().get(id), "SamlConfiguration");
    }

    private SamlMapping mapping(int id) {
        return found(configurations.mappings().get(id), "SamlAttributeMapping");
    }

    private static <T> T found(@Nullable T present, String what) {
        return Optional.ofNullable(present).orElseThrow(() -> new Rejected(new Rejection.Missing(what)));
    }
}
