package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.entry.Entry;
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
 * Finds words in what is stored in the clear: all texts but those that are sealed. Looks through every event of an
 * organisation, so it takes its time.
 */
@Component
public final class LogSearch {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public LogSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that has a word in it.
     *
     * @param type the stored name
     * @param object what the event is about, such as {@code segment:55}
     * @param fields where in the entry the words are, as JSON Pointers
     */
    public record Mention(long position, String type, String object, List<String> fields) {}

    /** The mentions, and whether they are all. */
    public record Found(List<Mention> mentions, boolean complete) {}

    private record Candidate(long position, String type, String object, Entry entry) {}

    /**
     * The first events of these organisations that have one of the words in a text, whatever the case of its ASCII letters.
     *
     * @param most how many to look at
     */
    public Found find(Collection<Integer> organisations, Collection<String> words, int most) {
        var candidates = candidates(organisations, words, most);
        var mentions = candidates.stream()
                .map(candidate -> new Mention(
                        candidate.position(), candidate.type(), candidate.object(), fields(candidate.entry(), words)))
                .filter(mention -> !mention.fields().isEmpty())
                .toList();
        return new Found(mentions, candidates.size() < most);
    }

    /** In the form {@code escape}, every byte beyond ASCII is digits, so that only ASCII letters have a case. */
    private List<Candidate> candidates(Collection<Integer> organisations, Collection<String> words, int most) {
        var asStored = words.stream()
                .map(word -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(word)))
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        select event.position, event.payload_type, event.object, event.entry
                        from ledger.event
                            cross join lateral (select lower(encode(event.entry, 'escape')) as text) as plain
                        where event.organisation_id = any(:organisations) and exists (
                            select from unnest(:words) as word
                            where position(lower(encode(word, 'escape')) in plain.text) > 0)
                        order by event.position limit :most
                        """)
                .param("organisations", organisations.toArray(Integer[]::new))
                .param("words", asStored)
                .param("most", most)
                .query((row, _) -> new Candidate(
                        row.getLong("position"),
                        row.getString("payload_type"),
                        row.getString("object"),
                        new Entry(row.getBytes("entry"))))
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
