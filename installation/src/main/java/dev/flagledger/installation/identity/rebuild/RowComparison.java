package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.installation.identity.log.row.IdentityRow;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.stream.StreamWalk;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares the rows of identities with their streams, which must both be of one moment. */
final class RowComparison {

    private final StreamWalk streams;
    private final EndedObjects ended;
    private final IdentityTables tables;

    RowComparison(StreamWalk streams, EndedObjects ended, IdentityTables tables) {
        this.streams = streams;
        this.ended = ended;
        this.tables = tables;
    }

    /**
     * Returns the rows that identities should have and do not, by id; empty for those that should have none. Those of what has ended are
     * left alone, since they are neither read nor changed and are going to be deleted.
     */
    Map<Integer, Optional<IdentityRow>> differing(Collection<StreamOfIdentity> identities) {
        var expected = expected(identities);
        var found = tables.images(expected.keySet());
        expected.entrySet()
                .removeIf(entry -> entry.getValue()
                        .map(IdentityImage::of)
                        .orElse(IdentityImage.NONE)
                        .equals(found.getOrDefault(entry.getKey(), IdentityImage.NONE)));
        return expected;
    }

    private Map<Integer, Optional<IdentityRow>> expected(Collection<StreamOfIdentity> identities) {
        var folds = folds(identities);
        var gone = ended.among(objects(identities, folds));
        var expected = new TreeMap<Integer, Optional<IdentityRow>>();
        for (var identity : identities) {
            var fold = Optional.ofNullable(folds.get(identity.name()));
            if (containers(identity, fold).stream().noneMatch(gone::contains)) {
                expected.put(
                        identity.id(),
                        gone.contains(identity.erasure()) ? Optional.empty() : fold.flatMap(RowFold::row));
            }
        }
        return expected;
    }

    private Map<String, RowFold> folds(Collection<StreamOfIdentity> identities) {
        var folds = new HashMap<String, RowFold>();
        streams.read(
                identities.stream().map(StreamOfIdentity::name).toList(),
                event -> folds.computeIfAbsent(event.stream(), _ -> new RowFold(event))
                        .add(event));
        return folds;
    }

    private static Set<String> objects(Collection<StreamOfIdentity> identities, Map<String, RowFold> folds) {
        var objects = new HashSet<String>();
        for (var identity : identities) {
            objects.add(identity.erasure());
            objects.addAll(containers(identity, Optional.ofNullable(folds.get(identity.name()))));
        }
        return objects;
    }

    /** Of an identity without events, no more than the environment is known. */
    private static List<String> containers(StreamOfIdentity identity, Optional<RowFold> fold) {
        return fold.map(events -> events.scope(identity))
                .orElseGet(() -> new EventScope(null, null, identity.environmentId(), identity.object()))
                .containers();
    }
}
