package dev.flagledger.engine.state.report;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;

/**
 * A code repository as of its last scan.
 *
 * @param mentions references to features, including past ones, by feature id
 */
public record Repository(
        String url, VcsProvider vcsProvider, String revision, Instant scannedAt, PMap<Integer, Mentions> mentions) {

    /**
     * The references to one feature.
     *
     * @param foundAt time of the last scan that found any
     * @param references empty if the last scan found none
     */
    public record Mentions(Instant foundAt, List<CodeReference> references) {}

    /** Returns the repository after a scan, with the references to these features. */
    static Repository after(@Nullable Repository before, CodeScan scan, Set<Integer> features, Instant at) {
        PMap<Integer, Mentions> mentions = before == null ? IntTreePMap.empty() : before.unfound();
        for (var found : byFeature(scan).entrySet()) {
            if (features.contains(found.getKey())) {
                mentions = mentions.plus(found.getKey(), new Mentions(at, List.copyOf(found.getValue())));
            }
        }
        return new Repository(scan.repositoryUrl(), scan.vcsProvider(), scan.revision(), at, mentions);
    }

    /** Returns the references to a feature; empty if there were never any. */
    public Optional<Mentions> of(int featureId) {
        return Optional.ofNullable(mentions.get(featureId));
    }

    Repository without(int featureId) {
        return new Repository(url, vcsProvider, revision, scannedAt, mentions.minus(featureId));
    }

    private PMap<Integer, Mentions> unfound() {
        var known = mentions;
        for (var mention : mentions.entrySet()) {
            known = known.plus(mention.getKey(), new Mentions(mention.getValue().foundAt(), List.of()));
        }
        return known;
    }

    private static Map<Integer, List<CodeReference>> byFeature(CodeScan scan) {
        var byFeature = new HashMap<Integer, List<CodeReference>>();
        scan.references()
                .forEach(reference -> byFeature
                        .computeIfAbsent(reference.featureId(), _ -> new ArrayList<>())
                        .add(reference));
        return byFeature;
    }
}
