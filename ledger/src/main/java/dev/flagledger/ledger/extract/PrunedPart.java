package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.store.PrunedEntry;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.tree.Hash;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What the line of a pruned event has instead of the entry: its leaf hash, which the tree proves, and what the row says of it. */
final class PrunedPart {

    private static final String NAME = "pruned";

    private PrunedPart() {}

    static void write(JsonGenerator json, PrunedEntry pruned) {
        var columns = pruned.columns();
        json.writeObjectPropertyStart(NAME);
        json.writeStringProperty("leaf", pruned.leaf().toString());
        json.writeStringProperty("stream", columns.stream());
        json.writeNumberProperty("sequence", columns.sequence());
        json.writeStringProperty("type", columns.type());
        json.writeNumberProperty("revision", columns.revision());
        json.writeStringProperty("id", columns.id());
        json.writeStringProperty("at", columns.at());
        json.writeStringProperty("actorKind", columns.actorKind());
        if (columns.actorId() != null) {
            json.writeNumberProperty("actorId", columns.actorId());
        }
        if (pruned.residue() != null) {
            json.writeStringProperty(
                    "residue",
                    Base64.getEncoder().encodeToString(pruned.residue().unsafeBytes()));
        }
        json.writeEndObject();
    }

    /** @throws IllegalArgumentException if the line has neither an entry nor this */
    static PrunedEntry read(JsonNode line) {
        var pruned = line.get(NAME);
        if (pruned == null) {
            throw new IllegalArgumentException("A line of the extract has no entry");
        }
        var columns = new EntryColumns(
                pruned.required("stream").asString(),
                pruned.required("sequence").longValue(),
                pruned.required("type").asString(),
                pruned.required("revision").longValue(),
                pruned.required("id").asString(),
                pruned.required("at").asString(),
                pruned.required("actorKind").asString(),
                pruned.has("actorId") ? (Long) pruned.required("actorId").longValue() : null,
                null);
        return new PrunedEntry(columns, Hash.parse(pruned.required("leaf").asString()), residue(pruned));
    }

    private static @Nullable Entry residue(JsonNode pruned) {
        var residue = pruned.get("residue");
        return residue == null ? null : new Entry(Base64.getDecoder().decode(residue.asString()));
    }
}
