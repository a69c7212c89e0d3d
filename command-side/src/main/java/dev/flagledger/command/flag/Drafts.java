package dev.flagledger.command.flag;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.version.VersionChanges;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The drafts of a flag's versions, and which of its versions are published. */
final class Drafts {

    private final Map<UUID, Draft> open = new HashMap<>();
    private final Set<UUID> published = new HashSet<>();

    /** What a draft says, and changes in turn. */
    record Draft(@Nullable String description, List<VersionChanges> changes) {

        Draft with(VersionChanges more) {
            return new Draft(
                    description,
                    Stream.concat(changes.stream(), Stream.of(more)).toList());
        }
    }

    boolean isPublished(UUID version) {
        return published.contains(version);
    }

    /** The draft, to which this is to be done; refused if it is published. */
    Draft open(UUID version, LiveVersion done) {
        if (published.contains(version)) {
            throw done.refused();
        }
        return open(version);
    }

    /** The draft. */
    Draft open(UUID version) {
        var draft = open.get(version);
        if (draft == null) {
            throw new Rejected(new Rejection.Missing("EnvironmentFeatureVersion"));
        }
        return draft;
    }

    void evolve(VersionEvent event) {
        switch (event) {
            case VersionDrafted e -> open.put(e.version(), new Draft(e.description(), List.of(e.changes())));
            case VersionEdited e -> open.computeIfPresent(e.version(), (_, draft) -> draft.with(e.changes()));
            case VersionDiscarded e -> open.remove(e.version());
            case VersionPublished e -> {
                open.remove(e.version());
                published.add(e.version());
            }
        }
    }
}
