package dev.flagledger.query.audit.description.project;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.Optional;

/** What is told of environments beside the contract's lines: first requests of applications, deletions of traits, and exports. */
public final class EnvironmentDescriptions {

    private EnvironmentDescriptions() {}

    public static Optional<EventDescription> of(Installation before, EnvironmentEvent event) {
        return switch (event) {
            case ServerKeyFirstUsed e ->
                before.environment(e.environmentId())
                        .map(environment -> environment.serverKeys().get(e.keyId()))
                        .map(issued -> EventDescription.of(
                                EventTexts.keyFirstUsed(issued.key().name())));
            case FirstEvaluated e -> Optional.of(EventDescription.of(EventTexts.firstEvaluated(e.sdk())));
            case TraitDeleted e -> Optional.of(EventDescription.of(EventTexts.traitDeleted(e.key())));
            case FeaturesExported e -> Optional.of(EventDescription.of(EventTexts.featuresExported(e.exportId())));
            case EnvironmentCreated _,
                    EnvironmentCloned _,
                    EnvironmentChanged _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    EnvironmentDeleted _ -> Optional.empty();
        };
    }
}
