package dev.flagledger.contract.paging;

/** The requested page does not exist. */
public final class NoSuchPage extends RuntimeException {

    NoSuchPage() {
        super("no such page", null, false, false);
    }
}
