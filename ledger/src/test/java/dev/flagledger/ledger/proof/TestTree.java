package dev.flagledger.ledger.proof;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.proof.note.NoteSigner;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.util.stream.IntStream;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log with a signed tree, on a database of its own. */
public final class TestTree implements AutoCloseable {

    private final TestLog log;
    private final NoteSigner signer;
    private final TreeTable table;

    /** An empty log of this origin. */
    public TestTree(String origin) {
        this(origin, TestLog.fresh());
    }

    /** A tree of this log, which is closed with it. */
    public TestTree(String origin, TestLog log) {
        this.log = log;
        this.table = new TreeTable(log.jdbc());
        this.signer = signer(origin);
    }

    /** The signer of this log under another name. */
    public NoteSigner signer(String origin) {
        var installation = new InstallationKey(log.jdbc(), new InstallationSecret(log.jdbc(), ""), "");
        return SigningKey.load(log.jdbc(), installation, origin);
    }

    public TestLog log() {
        return log;
    }

    public NoteSigner signer() {
        return signer;
    }

    /** Appends events, and signs the head. */
    public void grow(int events) {
        append(events);
        sign();
    }

    /** Signs the head. */
    public void sign() {
        new TreeWriter(table, signer, new TransactionTemplate(new JdbcTransactionManager(log.pool())), true).write();
    }

    /** Appends events that are not signed. */
    public void append(int events) {
        log.append(IntStream.range(0, events)
                .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                .toArray(UserLoggedIn[]::new));
    }

    public SignedHead head() {
        return table.newest().orElseThrow();
    }

    @Override
    public void close() {
        log.close();
    }
}
