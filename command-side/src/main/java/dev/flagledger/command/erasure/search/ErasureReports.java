package dev.flagledger.command.erasure.search;

import dev.flagledger.api.Subject;
import dev.flagledger.command.erasure.search.ErasureReport.MentionView;
import dev.flagledger.ledger.log.store.LogSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds what an erasure cannot reach. Must be called before the erasure: afterwards the names are unreadable, and a
 * failing search then leaves everything as it was.
 */
@Component
public class ErasureReports {

    private static final int MOST = 1_000;
    private static final int SHORTEST = 3;

    private final LogSearch search;

    ErasureReports(LogSearch search) {
        this.search = search;
    }

    /**
     * Who is erased.
     *
     * @param destroyed what is destroyed of the first subject
     */
    public record Erased(UUID id, List<Subject> subjects, List<String> destroyed) {}

    /** The report of an erasure of subjects, at least one, with these names in these organisations. */
    public ErasureReport of(Erased erased, List<Integer> organisations, List<String> names) {
        var words = names.stream().filter(name -> name.length() >= SHORTEST).toList();
        var found = words.isEmpty() ? new LogSearch.Found(List.of(), true) : search.find(organisations, words, MOST);
        return new ErasureReport(
                erased.id(),
                erased.subjects().getFirst().toString(),
                erased.subjects().stream().skip(1).map(Subject::toString).toList(),
                erased.destroyed(),
                words.size(),
                names.size() - words.size(),
                found.mentions().stream()
                        .map(mention ->
                                new MentionView(mention.position(), mention.type(), mention.object(), mention.fields()))
                        .toList(),
                found.complete());
    }
}
