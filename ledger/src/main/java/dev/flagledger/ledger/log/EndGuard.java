package dev.flagledger.ledger.log;

/** How the end of a thing is kept apart from what is appended without the lock of the configuration's log. */
public final class EndGuard {

    /**
     * Held alone by what ends something that has other things in it, and shared by whoever appends to the log of identities.
     * Taken before the lock of the configuration's log, by all who take both.
     */
    public static final long LOCK = 0x666c61676c6f68L;

    private EndGuard() {}
}
