package dev.flagledger.ledger.library;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.ledger.library.LibraryCommand.BurnBook;
import dev.flagledger.ledger.library.LibraryCommand.BuyBook;
import dev.flagledger.ledger.library.LibraryCommand.LendBook;
import dev.flagledger.ledger.library.LibraryEvent.BookBought;
import dev.flagledger.ledger.library.LibraryEvent.BookBurnt;
import dev.flagledger.ledger.library.LibraryEvent.BookLent;
import dev.flagledger.ledger.library.LibraryEvent.BookReturned;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A book that is lent to one reader at a time; lending it again returns it first. */
@Aggregate(type = "book", cache = "currentAggregates")
class Book {

    @AggregateIdentifier
    @Nullable String id;

    private @Nullable String reader;

    Book() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(BuyBook command) {
        apply(new BookBought(command.book(), command.title()));
    }

    @CommandHandler
    void handle(LendBook command) {
        if (command.reader().equals(reader)) {
            return;
        }
        if (reader != null) {
            apply(new BookReturned(command.book()));
        }
        apply(new BookLent(command.book(), command.reader()));
    }

    @CommandHandler
    void handle(BurnBook command) {
        apply(new BookBurnt(command.book()));
    }

    @EventSourcingHandler
    void evolve(LibraryEvent event) {
        id = "book-" + event.book();
        switch (event) {
            case BookBought _ -> {}
            case BookLent e -> reader = e.reader();
            case BookReturned _ -> reader = null;
            case BookBurnt _ -> markDeleted();
        }
    }
}
