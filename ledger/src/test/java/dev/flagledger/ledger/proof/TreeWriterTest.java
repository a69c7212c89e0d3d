package dev.flagledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.proof.note.NoteSigner;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Proofs;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tree behind the log, on a real database. */
class TreeWriterTest {

    private final TestLog log = TestLog.fresh();
    private final TreeTable table = new TreeTable(log.jdbc());
    private final NoteSigner signer = signer("flags.example");
    private final TreeWriter writer = writer();
    private final LogTree tree = new LogTree(table, signer.verifier());

    private NoteSigner signer(String origin) {
        var installation = new InstallationKey(log.jdbc(), new InstallationSecret(log.jdbc(), ""), "");
        return SigningKey.load(log.jdbc(), installation, origin);
    }

    private TreeWriter writer() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(log.pool()));
        return new TreeWriter(table, signer, transaction, true);
    }

    @AfterEach
    void close() {
        writer.stop();
        log.close();
    }

    @Test
    void theHeadIsThatOfTheLeavesOfTheLog() {
        append(300);

        assertThat(writer.write()).isEqualTo(300);

        var head = tree.head().orElseThrow();
        assertThat(head.size()).isEqualTo(300);
        assertThat(signer.verifier().open(head.note())).isEqualTo(new TreeHead("flags.example", 300, head.root()));
        assertThat(head.root()).isEqualTo(tree.tree(300).root());
        var leaf = leaves().get(41);
        assertThat(Proofs.includes(41, 300, leaf, tree.tree(300).inclusion(41), head.root()))
                .isTrue();
    }

    @Test
    void anEmptyLogHasAHead() {
        assertThat(tree.head()).isEmpty();

        assertThat(writer.write()).isZero();

        assertThat(tree.head().orElseThrow().size()).isZero();
        assertThat(tree.head().orElseThrow().root()).isEqualTo(Hash.EMPTY);
    }

    @Test
    void theTreeIsContinuedByAnotherWriter() {
        append(255);
        writer.write();
        var before = tree.head().orElseThrow();
        append(3);

        writer().write();

        var after = tree.head().orElseThrow();
        assertThat(after.size()).isEqualTo(258);
        assertThat(after.root()).isEqualTo(tree.tree(258).root());
        assertThat(Proofs.consistent(
                        255, 258, before.root(), after.root(), tree.tree(258).consistency(255)))
                .isTrue();
        assertThat(tree.tile(0, 0).orElseThrow().width()).isEqualTo(256);
        assertThat(tree.tile(0, 1).orElseThrow().width()).isEqualTo(2);
        assertThat(tree.tile(1, 0).orElseThrow().width()).isEqualTo(1);
    }

    @Test
    void nothingIsSignedTwice() {
        append(5);
        writer.write();

        assertThat(writer.write()).isZero();
        assertThat(heads()).isEqualTo(1);
    }

    @Test
    void oneWriterAtATimeWrites() throws SQLException {
        append(5);
        try (var other = log.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(" + TreeTable.LOCK + ")");

            assertThat(writer.write()).isZero();
            other.rollback();
        }

        assertThat(heads()).isZero();
        assertThat(writer.write()).isEqualTo(5);
    }

    @Test
    void theHeadFollowsTheLog() {
        writer.start();
        append(2);
        await().until(() -> tree.head().map(SignedHead::size).orElse(0L) == 2);
        append(1);
        await().until(() -> tree.head().map(SignedHead::size).orElse(0L) == 3);
    }

    @Test
    void aLogWithAGapIsNotSigned() {
        append(3);
        log.jdbc()
                .sql("set session_replication_role = replica; delete from ledger.event where position = 2")
                .update();

        assertThatThrownBy(writer::write).hasMessageContaining("position 2");
        assertThat(heads()).isZero();
    }

    @Test
    void theKeyIsMadeOnceAndNamedByItself() {
        var again = signer("");

        assertThat(again.verifier().named("flags.example"))
                .hasToString(signer.verifier().toString());
        assertThat(again.verifier().name()).matches("flagledger/[0-9a-f]{16}");
        assertThatThrownBy(() -> signer("two words")).hasMessageContaining("FLAGLEDGER_LOG_ORIGIN");
    }

    private void append(int events) {
        log.append(IntStream.range(0, events)
                .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                .toArray(UserLoggedIn[]::new));
    }

    private List<Hash> leaves() {
        return log.jdbc()
                .sql("select entry from ledger.event order by position")
                .query((row, _) -> Hash.ofLeaf(row.getBytes("entry")))
                .list();
    }

    private long heads() {
        return log.jdbc()
                .sql("select count(*) from ledger.tree_head")
                .query(Long.class)
                .single();
    }
}
