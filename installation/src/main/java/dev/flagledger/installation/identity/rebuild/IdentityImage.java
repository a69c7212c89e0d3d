package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.installation.identity.log.row.IdentityRow;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All columns of the rows of an identity: those that it should have, or those that it has, whatever somebody wrote into them. */
record IdentityImage(Optional<IdentityColumns> identity, Set<TraitColumns> traits) {

    /** No rows at all. */
    static final IdentityImage NONE = new IdentityImage(Optional.empty(), Set.of());

    /**
     * Columns of an identity, without its id.
     *
     * @param digest in hexadecimal
     */
    record IdentityColumns(
            int environmentId,
            int projectId,
            long version,
            Instant createdAt,
            String identifier,
            String digest,
            String folded) {}

    /** Columns of a trait, without the id of its identity. */
    record TraitColumns(
            int id,
            int environmentId,
            String key,
            String type,
            @Nullable String value,
            Instant createdAt) {}

    /** The image of a row. */
    static IdentityImage of(IdentityRow row) {
        return new IdentityImage(
                Optional.of(new IdentityColumns(
                        row.environmentId(),
                        row.projectId(),
                        row.version(),
                        row.createdAt(),
                        row.identifier(),
                        HexFormat.of().formatHex(row.digest()),
                        row.folded())),
                row.traits().stream()
                        .map(trait -> new TraitColumns(
                                trait.trait().id(),
                                row.environmentId(),
                                trait.trait().key(),
                                trait.trait().type().name(),
                                trait.trait().value(),
                                trait.createdAt()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
