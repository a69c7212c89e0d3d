package dev.flagledger.ledger.library;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.Ledger;
import dev.flagledger.ledger.command.Refusals;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.library.LibraryEvent.BookBought;
import dev.flagledger.ledger.library.LibraryEvent.BookBurnt;
import dev.flagledger.ledger.library.LibraryEvent.BookLent;
import dev.flagledger.ledger.library.LibraryEvent.BookReturned;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projections;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a domain provides: aggregates, stored names, contexts of events, and the fold. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Ledger.class, Book.class, Loans.class})
class Library {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventTypes eventTypes() {
        return new LibraryEvents();
    }

    @Bean
    Refusals refusals() {
        return kind -> new Rejected(new Rejection.Missing(kind));
    }

    @Bean
    ContextResolver contexts() {
        return events -> events.stream()
                .map(message -> (LibraryEvent) message.getPayload())
                .map(event -> new AppendContext(
                        new EventScope(null, null, null, "book:" + event.book()),
                        List.of(),
                        event instanceof BookBurnt))
                .toList();
    }

    /** The books, each with its present reader. */
    @Bean
    History<SortedMap<Integer, String>> history(EventLog log) {
        return new History<>(log, new TreeMap<>(), Library::evolve);
    }

    @Bean
    Projections<SortedMap<Integer, String>> projections(
            DataSource database, History<SortedMap<Integer, String>> history, Loans loans) {
        return new Projections<>(database, "", history, List.of(loans));
    }

    private static SortedMap<Integer, String> evolve(SortedMap<Integer, String> before, Recorded recorded) {
        var after = new TreeMap<>(before);
        switch ((LibraryEvent) recorded.event()) {
            case BookBought e -> after.put(e.book(), "");
            case BookLent e -> after.put(e.book(), e.reader());
            case BookReturned e -> after.put(e.book(), "");
            case BookBurnt e -> after.remove(e.book());
        }
        return after;
    }
}
