package dev.flagledger.engine.state.organisation.saml;

import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.SamlEvent.SamlAdded;
import dev.flagledger.api.event.SamlEvent.SamlChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingAdded;
import dev.flagledger.api.event.SamlEvent.SamlMappingChanged;
import dev.flagledger.api.event.SamlEvent.SamlMappingRemoved;
import dev.flagledger.api.event.SamlEvent.SamlRemoved;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An organisation's configurations of logins by SAML.
 *
 * @param byId the configurations, by id
 * @param mappings their attribute mappings, by id
 */
public record SamlConfigurations(
        PSortedMap<Integer, SamlConfiguration> byId, PSortedMap<Integer, SamlMapping> mappings) {

    /** None. */
    public static final SamlConfigurations NONE = new SamlConfigurations(TreePMap.empty(), TreePMap.empty());

    /** Returns the configuration with this name. */
    public Optional<SamlConfiguration> named(String name) {
        return byId.values().stream()
                .filter(configuration -> configuration.name().equals(name))
                .findAny();
    }

    /** Returns the mappings of a configuration, by id. */
    public List<SamlMapping> mappingsOf(int configurationId) {
        return mappings.values().stream()
                .filter(mapping -> mapping.configurationId() == configurationId)
                .toList();
    }

    /** Returns the attributes that a configuration reads something from, by the mappings' ids. */
    public List<String> sources(int configurationId, SamlAttribute target) {
        return mappingsOf(configurationId).stream()
                .filter(mapping -> mapping.target() == target)
                .map(SamlMapping::source)
                .toList();
    }

    /** Returns the configurations after an event of one of them. */
    public SamlConfigurations evolve(SamlEvent event) {
        return switch (event) {
            case SamlAdded e -> with(e.configuration());
            case SamlChanged e -> with(e.configuration());
            case SamlRemoved e -> without(e.configurationId());
            case SamlMappingAdded e -> with(e.mapping());
            case SamlMappingChanged e -> with(e.mapping());
            case SamlMappingRemoved e -> new SamlConfigurations(byId, mappings.minus(e.mappingId()));
        };
    }

    private SamlConfigurations with(SamlConfiguration configuration) {
        return new SamlConfigurations(byId.plus(configuration.id(), configuration), mappings);
    }

    private SamlConfigurations with(SamlMapping mapping) {
        return new SamlConfigurations(byId, mappings.plus(mapping.id(), mapping));
    }

    private SamlConfigurations without(int id) {
        var kept = mappings;
        for (var mapping : mappingsOf(id)) {
            kept = kept.minus(mapping.id());
        }
        return new SamlConfigurations(byId.minus(id), kept);
    }
}
