package dev.flagledger.ledger.library;

import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.library.LibraryEvent.BookReturned;
import dev.flagledger.ledger.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model of returns: the reader's name is not in the event, but in the state before it. */
class Loans implements Projection<SortedMap<Integer, String>> {

    private final JdbcClient jdbc;

    Loans(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists returned (book int, reader text)").update();
    }

    @Override
    public String name() {
        return "loans";
    }

    @Override
    public Optional<Runnable> project(List<Step<SortedMap<Integer, String>>> steps) {
        var returned = steps.stream()
                .filter(step -> step.recorded().event() instanceof BookReturned)
                .toList();
        return returned.isEmpty() ? Optional.empty() : Optional.of(() -> returned.forEach(this::insert));
    }

    private void insert(Step<SortedMap<Integer, String>> step) {
        int book = ((LibraryEvent) step.recorded().event()).book();
        jdbc.sql("insert into returned values (:book, :reader)")
                .param("book", book)
                .param("reader", step.before().get(book))
                .update();
    }
}
