package dev.flagledger.ledger.log.store;

import dev.flagledger.api.Subject;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.subject.SealedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches the texts of the log that are not sealed, and whom the sealed ones are about. Scans all events of an organisation, and so
 * takes time in proportion to them.
 */
@Component
public final class LogSearch {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public LogSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that contains a word.
     *
     * @param type the stored name of the event
     * @param object the object that the event is about, such as {@code segment:55}
     * @param fields the JSON Pointers of the texts in the entry
     */
    public record Mention(long position, String type, String object, List<String> fields) {}

    /** The result; {@code complete} is false if the limit was reached. */
    public record Found(List<Mention> mentions, boolean complete) {}

    private record Candidate(long position, String type, String object, Entry entry) {}

    /**
     * Finds the first events of these organisations that contain one of the words, ignoring the case of ASCII letters.
     *
     * @param limit the maximum number of events
     */
    public Found find(Collection<Integer> organisations, Collection<String> words, int limit) {
        var candidates = candidates(organisations, words, limit);
        var mentions = candidates.stream()
                .map(candidate -> new Mention(
                        candidate.position(), candidate.type(), candidate.object(), fields(candidate.entry(), words)))
                .filter(mention -> !mention.fields().isEmpty())
                .toList();
        return new Found(mentions, candidates.size() < limit);
    }

    /** Returns whether an event of the organisation has a text that is sealed for the person. */
    public boolean names(int organisation, Subject subject) {
        return jdbc.sql("""
                        select exists (
                            select from ledger.event
                            where event.organisation_id = :organisation and position(:beginning in event.entry) > 0)
                        """)
                .param("organisation", organisation)
                .param("beginning", SealedText.beginningOf(subject).getBytes(StandardCharsets.US_ASCII))
                .query(Boolean.class)
                .single();
    }

    /** In the encoding {@code escape}, bytes beyond ASCII become digits, so that {@code lower} affects ASCII letters only. */
    private List<Candidate> candidates(Collection<Integer> organisations, Collection<String> words, int limit) {
        var asStored = words.stream()
                .map(word -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(word)))
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        select event.position, event.payload_type, event.object, coalesce(event.entry, event.residue) as body
                        from ledger.event
                            cross join lateral (select lower(encode(coalesce(event.entry, event.residue), 'escape')) as text) as plain
                        where event.organisation_id = any(:organisations) and exists (
                            select from unnest(:words) as word
                            where position(lower(encode(word, 'escape')) in plain.text) > 0)
                        order by event.position limit :limit
                        """)
                .param("organisations", organisations.toArray(Integer[]::new))
                .param("words", asStored)
                .param("limit", limit)
                .query((row, _) -> new Candidate(
                        row.getLong("position"),
                        row.getString("payload_type"),
                        row.getString("object"),
                        new Entry(row.getBytes("body"))))
                .list();
    }

    private static List<String> fields(Entry entry, Collection<String> words) {
        var folded = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        var fields = new ArrayList<String>();
        collect(JSON.readTree(entry.unsafeBytes()), JsonPointer.empty(), folded, fields);
        return fields;
    }

    private static void collect(JsonNode node, JsonPointer at, List<String> words, List<String> fields) {
        if (node.isString()) {
            var text = node.stringValue().toLowerCase(Locale.ROOT);
            if (words.stream().anyMatch(text::contains)) {
                fields.add(at.toString());
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(node.get(index), at.appendIndex(index), words, fields);
            }
        } else if (node.isObject() && !node.has("sealed")) {
            node.propertyStream()
                    .forEach(property ->
                            collect(property.getValue(), at.appendProperty(property.getKey()), words, fields));
        }
    }
}
