package dev.flagledger.ledger.library;

import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.ledger.library.LibraryEvent.BookBought;
import dev.flagledger.ledger.library.LibraryEvent.BookBurnt;
import dev.flagledger.ledger.library.LibraryEvent.BookLent;
import dev.flagledger.ledger.library.LibraryEvent.BookReturned;
import java.util.Map;
import java.util.Optional;

/** The stored names of the library's events; all of revision 1. */
final class LibraryEvents implements EventTypes {

    private static final Map<String, Class<? extends LibraryEvent>> TYPES = Map.of(
            "book.bought", BookBought.class,
            "book.lent", BookLent.class,
            "book.returned", BookReturned.class,
            "book.burnt", BookBurnt.class);

    @Override
    public Optional<Class<? extends LibraryEvent>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public Optional<String> nameOf(Class<?> type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findAny();
    }

    @Override
    public int revisionOf(Class<?> type) {
        return 1;
    }

    @Override
    public Map<String, Object> raised(String name, int from, Map<String, Object> event) {
        throw new IllegalStateException("No upcaster from revision " + from + " of " + name);
    }
}
