package dev.flagledger.ledger.library;

/** The events of a library of books: a domain independent of flags. */
sealed interface LibraryEvent {

    int book();

    record BookBought(int book, String title) implements LibraryEvent {}

    record BookLent(int book, String reader) implements LibraryEvent {}

    record BookReturned(int book) implements LibraryEvent {}

    record BookBurnt(int book) implements LibraryEvent {}
}
