package dev.flagledger.ledger.extract;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.store.PrunedEntry;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of an extract: JSON with the position, the scope, the proof if there is one, and at last the entry, whose bytes stand there
 * exactly as they are stored. Of a pruned event there is {@link PrunedPart} instead of the entry.
 *
 * @param proof the audit path of the entry; empty in an extract of all events, which needs none
 */
public record ExtractLine(StoredEvent event, List<Hash> proof) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final byte[] ENTRY = ",\"entry\":".getBytes(StandardCharsets.US_ASCII);

    /** The bytes of the line, without its end. */
    public byte[] bytes() {
        var line = new ByteArrayOutputStream(1_000);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("position", event.position());
            write(json, "organisation", event.scope().organisationId());
            write(json, "project", event.scope().projectId());
            write(json, "environment", event.scope().environmentId());
            json.writeStringProperty("object", event.scope().object());
            if (!proof.isEmpty()) {
                json.writeArrayPropertyStart("proof");
                proof.forEach(hash -> json.writeString(hash.toString()));
                json.writeEndArray();
            }
            return event.pruned() == null
                    ? withEntry(line, json, event.requireEntry())
                    : withoutEntry(line, json, event.pruned());
        }
    }

    private static byte[] withEntry(ByteArrayOutputStream line, JsonGenerator json, Entry entry) {
        json.flush();
        line.writeBytes(ENTRY);
        line.writeBytes(entry.unsafeBytes());
        line.write('}');
        var written = line.toByteArray();
        json.writeEndObject();
        return written;
    }

    private static byte[] withoutEntry(ByteArrayOutputStream line, JsonGenerator json, PrunedEntry pruned) {
        PrunedPart.write(json, pruned);
        json.writeEndObject();
        json.flush();
        return line.toByteArray();
    }

    private static void write(JsonGenerator json, String name, @Nullable Integer number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static ExtractLine parse(byte[] line) {
        int entry = indexOf(line);
        if (line.length == 0 || line[line.length - 1] != '}') {
            throw new IllegalArgumentException("A line of the extract has no entry");
        }
        var head = entry < 0 ? line : Arrays.copyOf(line, entry + 1);
        head[head.length - 1] = '}';
        try {
            var parts = MAPPER.readTree(head);
            var scope = new EventScope(
                    number(parts, "organisation"),
                    number(parts, "project"),
                    number(parts, "environment"),
                    parts.required("object").asString());
            long position = parts.required("position").longValue();
            var proof = new ArrayList<Hash>();
            parts.path("proof").forEach(hash -> proof.add(Hash.parse(hash.asString())));
            if (entry < 0) {
                return new ExtractLine(new StoredEvent(position, scope, PrunedPart.read(parts)), proof);
            }
            var bytes = Arrays.copyOfRange(line, entry + ENTRY.length, line.length - 1);
            return new ExtractLine(new StoredEvent(position, scope, new Entry(bytes)), proof);
        } catch (JacksonException _) {
            throw new IllegalArgumentException("A line of the extract is not in its form");
        }
    }

    private static @Nullable Integer number(JsonNode parts, String name) {
        var number = parts.required(name);
        return number.isNull() ? null : (Integer) number.intValue();
    }

    /** Where the entry begins. What comes before it can contain no quotation mark that is not escaped. */
    private static int indexOf(byte[] line) {
        for (int at = 0; at + ENTRY.length < line.length; at++) {
            if (Arrays.equals(line, at, at + ENTRY.length, ENTRY, 0, ENTRY.length)) {
                return at;
            }
        }
        return -1;
    }
}
