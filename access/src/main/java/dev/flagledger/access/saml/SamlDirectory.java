package dev.flagledger.access.saml;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds configurations of SAML, whose names and ids are unique in the installation. */
public final class SamlDirectory {

    private SamlDirectory() {}

    /** A configuration with the organisation that it belongs to. */
    public record Owned(Organisation organisation, SamlConfiguration configuration) {

        /** The configurations of the organisation. */
        public SamlConfigurations all() {
            return organisation.access().saml();
        }
    }

    /** Returns the configuration with this name, whoever asks. */
    public static Optional<Owned> named(Installation installation, String name) {
        return all(installation.organisations().values().stream())
                .filter(owned -> owned.configuration().name().equals(name))
                .findAny();
    }

    /** Returns the configuration with this id, whoever asks. */
    public static Optional<Owned> withId(Installation installation, int id) {
        return all(installation.organisations().values().stream())
                .filter(owned -> owned.configuration().id() == id)
                .findAny();
    }

    /** Returns the configuration with this name; missing unless the actor administers its organisation. */
    public static Owned administered(AccessContext access, String name) {
        return AccessContext.found(
                administered(access).stream()
                        .filter(owned -> owned.configuration().name().equals(name))
                        .findAny(),
                "SamlConfiguration");
    }

    /** Returns the configurations of all organisations that the actor administers, by id. */
    public static List<Owned> administered(AccessContext access) {
        return all(access.administeredOrganisations().stream()
                        .flatMap(id -> access.installation().organisation(id).stream()))
                .sorted((one, other) -> Integer.compare(
                        one.configuration().id(), other.configuration().id()))
                .toList();
    }

    /** Returns the mappings of all organisations that the actor administers, by id. */
    public static List<SamlMapping> mappings(AccessContext access) {
        return administered(access).stream()
                .flatMap(owned -> owned.all().mappingsOf(owned.configuration().id()).stream())
                .sorted((one, other) -> Integer.compare(one.id(), other.id()))
                .toList();
    }

    private static Stream<Owned> all(Stream<Organisation> organisations) {
        return organisations.flatMap(organisation -> organisation.access().saml().byId().values().stream()
                .map(configuration -> new Owned(organisation, configuration)));
    }
}
