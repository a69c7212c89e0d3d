package dev.flagledger.ledger.library;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;

sealed interface LibraryCommand extends LedgerCommand {

    int book();

    @Override
    default String aggregateId() {
        return "book-" + book();
    }

    @Override
    default Scope scope() {
        throw new UnsupportedOperationException("the library has no permissions");
    }

    record BuyBook(int book, String title) implements LibraryCommand {}

    record LendBook(int book, String reader) implements LibraryCommand {}

    record BurnBook(int book) implements LibraryCommand {}
}
