package dev.flagledger.query.sdk.identities;

import dev.flagledger.ledger.secret.Digest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names for those whom an application does not name. */
final class GeneratedIdentifiers {

    private GeneratedIdentifiers() {}

    /** The same for whoever has the same traits; a new one each time if there are none. */
    static String of(List<TraitInput> traits) {
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
