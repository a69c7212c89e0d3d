package dev.flagledger.ledger.library;

/** What happens in a library of books: a domain that has nothing to do with flags. */
sealed interface LibraryEvent {

    int book();

    record BookBought(int book, String title) implements LibraryEvent {}

    record BookLent(int book, String reader) implements LibraryEvent {}

    record BookReturned(int book) implements LibraryEvent {}

    record BookBurnt(int book) implements LibraryEvent {}
}
