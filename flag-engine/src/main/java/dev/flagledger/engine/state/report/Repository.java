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
 * A repository of code as its last scan found it.
 *
 * @param mentions of each feature that it speaks of or ever spoke of, by feature id
 */
public record Repository(
        String url, VcsProvider vcsProvider, String revision, Instant scannedAt, PMap<Integer, Mentions> mentions) {

    /**
     * Where a repository speaks of a feature.
     *
     * @param foundAt when it was last found to do so
     * @param references empty if the last scan found it no more
     */
    public record Mentions(Instant foundAt, List<CodeReference> references) {}

    /** The repository after a scan, with what it found of these features. */
    static Repository after(@Nullable Repository before, CodeScan scan, Set<Integer> features, Instant at) {
        PMap<Integer, Mentions> mentions = before == null ? IntTreePMap.empty() : before.unfound();
        for (var found : byFeature(scan).entrySet()) {
            if (features.contains(found.getKey())) {
                mentions = mentions.plus(found.getKey(), new Mentions(at, List.copyOf(found.getValue())));
            }
        }
        return new Repository(scan.repositoryUrl(), scan.vcsProvider(), scan.revision(), at, mentions);
    }

    /** What it says of the feature; empty if it never spoke of it. */
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
