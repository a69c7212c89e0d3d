package dev.flagledger.command.retention;

import dev.flagledger.engine.retention.Compaction;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.List;

/** The events of an organisation up to a position, read page by page. Fails at one that this version cannot read. */
record OrganisationEvents(EventLog log, int organisation, long upTo) implements Compaction.Events {

    private static final int PAGE = 2_000;

    @Override
    public void read(Compaction.Reader reader) {
        for (var page = after(EventLog.BEGINNING);
                !page.isEmpty();
                page = after(page.getLast().position())) {
            page.stream()
                    .filter(row -> !row.isEmpty())
                    .forEach(row -> reader.accept(FlagEvents.of(row.event()), row.project()));
        }
    }

    private List<LogRow> after(long position) {
        return log.unnamedRowsOfOrganisation(organisation, position, upTo, PAGE);
    }
}
