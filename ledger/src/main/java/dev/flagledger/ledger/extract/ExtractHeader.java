package dev.flagledger.ledger.extract;

import static java.util.stream.Collectors.toMap;

import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.VerifierKey;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first line of an extract.
 *
 * @param key the key of the log
 * @param checkpoint the note of the head that proves the events
 * @param organisation the organisation whose events the extract has; null unless they are chosen by it
 * @param project the project, likewise
 * @param filter what else the events were chosen by, each by name, as shown to people; empty for nothing
 */
public record ExtractHeader(
        VerifierKey key,
        String checkpoint,
        @Nullable Integer organisation,
        @Nullable Integer project,
        Map<String, String> filter) {

    private static final String FORM = "extract/1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The header of an extract of the matches. */
    public static ExtractHeader of(VerifierKey key, String checkpoint, StoredFilter filter) {
        var texts = filter.texts();
        var organisation = texts.remove("organisation");
        var project = texts.remove("project");
        return new ExtractHeader(
                key,
                checkpoint,
                organisation == null ? null : Integer.valueOf(organisation),
                project == null ? null : Integer.valueOf(project),
                texts);
    }

    /** Whether the extract has all events up to its head. */
    public boolean whole() {
        return organisation == null && project == null && filter.isEmpty();
    }

    /** The text of the line, without its end. */
    public String line() {
        var header = MAPPER.createObjectNode()
                .put("flagledger", FORM)
                .put("key", key.toString())
                .put("checkpoint", checkpoint)
                .put("organisation", organisation)
                .put("project", project);
        if (!filter.isEmpty()) {
            var chosen = header.putObject("filter");
            filter.forEach(chosen::put);
        }
        return MAPPER.writeValueAsString(header);
    }

    /**
     * Reads the first line of an extract.
     *
     * @throws IllegalArgumentException if there is none, or it has another form
     */
    static ExtractHeader read(Lines extract) throws IOException {
        var first = extract.next();
        if (first == null) {
            throw new IllegalArgumentException("The file is empty");
        }
        return parse(first);
    }

    /** @throws IllegalArgumentException if the line has another form */
    static ExtractHeader parse(byte[] line) {
        try {
            var header = MAPPER.readTree(line);
            if (!header.path("flagledger").asString("").equals(FORM)) {
                throw new IllegalArgumentException("The file is not an extract of this version");
            }
            return new ExtractHeader(
                    VerifierKey.parse(header.required("key").asString()),
                    header.required("checkpoint").asString(),
                    number(header, "organisation"),
                    number(header, "project"),
                    filter(header));
        } catch (JacksonException _) {
            throw new IllegalArgumentException("The file is not an extract");
        } catch (InvalidNoteException e) {
            throw new IllegalArgumentException("The extract has no valid key: " + e.getMessage());
        }
    }

    private static Map<String, String> filter(JsonNode header) {
        return header.path("filter")
                .propertyStream()
                .collect(toMap(
                        Map.Entry::getKey, one -> one.getValue().asString(), (one, _) -> one, LinkedHashMap::new));
    }

    private static @Nullable Integer number(JsonNode header, String name) {
        var number = header.path(name);
        return number.isMissingNode() || number.isNull() ? null : (Integer) number.intValue();
    }
}
