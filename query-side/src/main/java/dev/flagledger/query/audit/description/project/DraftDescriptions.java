package dev.flagledger.query.audit.description.project;

import static dev.flagledger.contract.view.audit.AuditedKind.VERSION_DRAFT;

import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.Optional;

/** What is told of versions beside the contract's lines: their drafts, by the feature's name. */
public final class DraftDescriptions {

    private DraftDescriptions() {}

    public static Optional<EventDescription> of(Installation before, VersionEvent event) {
        var feature = before.projectOfFeature(event.featureId())
                .map(project -> project.feature(event.featureId()).name());
        return switch (event) {
            case VersionDrafted _ -> feature.map(name -> EventDescription.of(VERSION_DRAFT.created(name)));
            case VersionEdited _ -> feature.map(name -> EventDescription.of(VERSION_DRAFT.updated(name)));
            case VersionDiscarded _ -> feature.map(name -> EventDescription.of(VERSION_DRAFT.deleted(name)));
            case VersionPublished _ -> Optional.empty();
        };
    }
}
