package dev.flagledger.contract.paging;

/** A request asked for a page that its list does not have. */
public final class NoSuchPage extends RuntimeException {

    NoSuchPage() {
        super("no such page", null, false, false);
    }
}
