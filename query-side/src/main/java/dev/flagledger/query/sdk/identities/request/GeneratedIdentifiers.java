package dev.flagledger.query.sdk.identities.request;

import dev.flagledger.ledger.secret.Digest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Generates identifiers for identities that the application does not name. */
public final class GeneratedIdentifiers {

    private GeneratedIdentifiers() {}

    /** Returns the same identifier for the same traits; a random one if there are none. */
    public static String of(List<TraitInput> traits) {
        if (traits.isEmpty()) {
            return UUID.randomUUID().toString().replace("-", "");
        }
        var text = traits.stream()
                .filter(trait -> !trait.isNone())
                .sorted(Comparator.comparing(TraitInput::key))
                .map(trait -> trait.key() + trait.printed())
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(Digest.sha256(text));
    }
}
