package dev.flagledger.engine.state.flag;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.VersionEvent.VersionDiscarded;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionEdited;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The versions of a flag. The live version is the flag itself, including later changes without a version of their own;
 * earlier ones are snapshots of their publication.
 *
 * @param drafts by uuid
 * @param published in order of publication; empty if versioning is disabled
 */
public record Versions(PMap<UUID, Version> drafts, PVector<Version> published) {

    public static final Versions NONE = new Versions(HashTreePMap.empty(), TreePVector.empty());

    /** Creates the first version of a flag, which has no author. */
    public static Versions beginning(UUID derivedFrom, Flag flag, Instant at) {
        var name = derivedFrom + "/" + flag.seed().uuid();
        var first = Version.of(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), null, null, flag, at);
        return new Versions(HashTreePMap.empty(), TreePVector.singleton(first));
    }

    /** Returns the live version; empty if versioning is disabled. */
    public Optional<Version> live() {
        return Optional.ofNullable(published.isEmpty() ? null : published.getLast());
    }

    boolean isLive(Version version) {
        return live().filter(live -> live.uuid().equals(version.uuid())).isPresent();
    }

    /** Returns the version with this uuid. */
    public Optional<Version> find(UUID uuid) {
        return all().filter(version -> version.uuid().equals(uuid)).findAny();
    }

    /** Returns drafts, newest first, followed by published versions, newest first. */
    public List<Version> newestFirst() {
        var open = drafts.values().stream()
                .sorted(Comparator.comparing(Version::createdAt).reversed().thenComparing(Version::uuid));
        return Stream.concat(open, published.reversed().stream()).toList();
    }

    /** Returns the version published before this one, for a draft the live one; empty for the first. */
    public Optional<Version> before(Version version) {
        return published.stream()
                .takeWhile(earlier -> !earlier.uuid().equals(version.uuid()))
                .reduce((_, later) -> later);
    }

    /**
     * Returns the versions after an event.
     *
     * @param by id of the user who acted; null for none
     */
    Versions evolve(VersionEvent event, Flag flag, @Nullable Integer by, Instant at) {
        return switch (event) {
            case VersionDrafted e -> withDraft(Version.of(e, by, at));
            case VersionEdited e -> {
                var draft = drafts.get(e.version());
                yield draft == null ? this : withDraft(draft.with(e.changes(), at));
            }
            case VersionDiscarded e -> new Versions(drafts.minus(e.version()), published);
            case VersionPublished e -> {
                var draft = drafts.get(e.version());
                var version = draft == null
                        ? Version.of(e.version(), e.description(), by, flag, at)
                        : draft.published(by, flag, at);
                yield new Versions(drafts.minus(e.version()), published.plus(version));
            }
        };
    }

    private Stream<Version> all() {
        return Stream.concat(drafts.values().stream(), published.stream());
    }

    private Versions withDraft(Version draft) {
        return new Versions(drafts.plus(draft.uuid(), draft), published);
    }
}
