package dev.flagledger.access.trust;

import dev.flagledger.api.Actor;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A trust relationship with its organisation. */
public record Trust(Organisation organisation, TrustRelationship relationship) {

    /** Returns the relationships with this issuer and one of these audiences. */
    static List<Trust> in(Installation installation, String issuer, Collection<String> audiences) {
        return all(installation)
                .filter(trust -> trust.relationship().details().issuer().equals(issuer)
                        && audiences.contains(trust.relationship().details().audience()))
                .toList();
    }

    /** Returns the relationship with this id. */
    static Optional<Trust> find(Installation installation, int id) {
        return all(installation)
                .filter(trust -> trust.relationship().id() == id)
                .findAny();
    }

    private static Stream<Trust> all(Installation installation) {
        return installation.organisations().values().stream()
                .flatMap(organisation -> organisation.access().trusts().byId().values().stream()
                        .map(relationship -> new Trust(organisation, relationship)));
    }

    /** Returns the API key as which the workloads act. */
    public Actor actor() {
        var key = organisation.key(relationship.keyId()).key();
        return Actor.apiKey(key.id(), key.name());
    }
}
