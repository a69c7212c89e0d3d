package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.identity.log.IdentityFold;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.row.IdentityRow;
import dev.flagledger.installation.identity.log.row.IdentityRow.TraitRow;
import dev.flagledger.ledger.log.stream.WalkedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Folds the stream of an identity into its row. */
final class RowFold {

    private final WalkedEvent first;
    private Optional<IdentityState> state = Optional.empty();
    private Map<Integer, Instant> traitsCreatedAt = Map.of();
    private long version;

    /** Begins with the first event, which is to be added like the others. */
    RowFold(WalkedEvent first) {
        this.first = first;
    }

    /** Adds the next event. */
    void add(WalkedEvent event) {
        state = IdentityFold.after(state, (IdentityEvent) event.event());
        version = event.sequence();
        var before = traitsCreatedAt;
        traitsCreatedAt = state.stream()
                .flatMap(now -> now.traits().stream())
                .map(Trait::id)
                .collect(Collectors.toMap(Function.identity(), id -> before.getOrDefault(id, event.at())));
    }

    /** Returns the row; empty after the deletion of the identity. */
    Optional<IdentityRow> row() {
        return state.map(now -> new IdentityRow(
                now.id(),
                now.environmentId(),
                Optional.ofNullable(first.projectId()).orElseThrow(),
                version,
                first.at(),
                now.identifier(),
                now.traits().stream()
                        .map(trait -> new TraitRow(trait, traitsCreatedAt.getOrDefault(trait.id(), first.at())))
                        .toList()));
    }

    /** Returns where the identity is. */
    EventScope scope(StreamOfIdentity identity) {
        return new EventScope(first.organisationId(), first.projectId(), identity.environmentId(), identity.object());
    }
}
