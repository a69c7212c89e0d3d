package dev.flagledger.command.erasure;

import dev.flagledger.api.Subject;
import dev.flagledger.command.erasure.ErasureReport.MentionView;
import dev.flagledger.ledger.log.store.LogSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds what an erasure cannot reach. Must be called before the erasure: afterwards the names are unreadable, and a
 * failing search then leaves everything as it was.
 */
@Component
class ErasureReports {

    private static final int MOST = 1_000;
    private static final int SHORTEST = 3;

    private final LogSearch search;

    ErasureReports(LogSearch search) {
        this.search = search;
    }

    /** The report of the erasure of a subject with these names in these organisations. */
    ErasureReport of(UUID erasure, Subject subject, List<Integer> organisations, List<String> names) {
        var words = names.stream().filter(name -> name.length() >= SHORTEST).toList();
        var found = words.isEmpty() ? new LogSearch.Found(List.of(), true) : search.find(organisations, words, MOST);
        return new ErasureReport(
                erasure,
                subject.toString(),
                destroyed(subject),
                words.size(),
                names.size() - words.size(),
                found.mentions().stream()
                        .map(mention ->
                                new MentionView(mention.position(), mention.type(), mention.object(), mention.fields()))
                        .toList(),
                found.complete());
    }

    private static List<String> destroyed(Subject subject) {
        return switch (subject.kind()) {
            case USER -> List.of("key", "account", "memberships");
            case IDENTITY -> List.of("key", "identity", "traits", "overrides");
        };
    }
}
