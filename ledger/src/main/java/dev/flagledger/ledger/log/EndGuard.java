package dev.flagledger.ledger.log;

/** The lock that orders the end of an object against appends that do not take the configuration log's lock. */
public final class EndGuard {

    /**
     * The key of a PostgreSQL advisory lock: exclusive for an append that ends an organisation, a project or an environment,
     * shared for appends to the log of identities. Always taken before the lock of the configuration log.
     */
    public static final long LOCK = 0x666c61676c6f68L;

    private EndGuard() {}
}
