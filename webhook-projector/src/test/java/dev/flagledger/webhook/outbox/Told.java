package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.engine.History;
import dev.flagledger.webhook.delivery.Job;
import java.util.List;

/** What webhooks are told of further events of a history. Lines of the audit log are numbered from 101. */
final class Told {

    private final History history;
    private int lines = 100;

    Told(History history) {
        this.history = history;
    }

    /** The jobs of the next event. */
    List<Job> of(LedgerEvent event) {
        history.then(event);
        var news = News.of(history.before(), history.last(), history.state(), lines);
        lines += (int) news.stream().filter(Audited.class::isInstance).count();
        return Jobs.of(history.last(), history.state(), news)
                .map(draft -> draft.job(0))
                .toList();
    }
}
