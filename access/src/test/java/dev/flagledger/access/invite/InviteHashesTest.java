package dev.flagledger.access.invite;

import static dev.flagledger.access.invite.InviteHashes.Kind.INVITE;
import static dev.flagledger.access.invite.InviteHashes.Kind.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InviteHashesTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final InviteHashes hashes =
            new InviteHashes(jdbc, new InstallationKey(jdbc, new InstallationSecret(jdbc, "a secret"), ""));

    @BeforeEach
    void store() {
        hashes.store(INVITE, 1, 7, "first");
        hashes.store(LINK, 1, 7, "second");
        hashes.store(LINK, 2, 7, "third");
        hashes.store(LINK, 3, 8, "fourth");
    }

    @Test
    void aHashIsFoundByItsKind() {
        assertThat(hashes.find(INVITE, "first")).contains(1);
        assertThat(hashes.find(LINK, "first")).isEmpty();
        assertThat(hashes.find(LINK, "third")).contains(2);
        assertThat(hashes.find(LINK, "Third\u0000\ud800")).isEmpty();
    }

    @Test
    void theHashesOfAnOrganisationAreRead() {
        assertThat(hashes.of(LINK, 7)).isEqualTo(Map.of(1, "second", 2, "third"));
        assertThat(hashes.of(INVITE, 8)).isEmpty();
    }

    @Test
    void removedHashesAreGone() {
        hashes.remove(LINK, 1);
        assertThat(hashes.of(LINK, 7)).isEqualTo(Map.of(2, "third"));

        hashes.removeAllOf(7);
        assertThat(hashes.find(INVITE, "first")).isEmpty();
        assertThat(hashes.find(LINK, "fourth")).contains(3);
    }

    @Test
    void noHashIsStoredInTheClear() {
        assertThat(jdbc.sql("select encode(invite_hash.sealed, 'escape') from access.invite_hash")
                        .query(String.class)
                        .list())
                .hasSize(4)
                .noneMatch(stored -> stored.contains("first") || stored.contains("fourth"));
    }

    @Test
    void hashesAreDrawnAtRandom() {
        assertThat(InviteHashes.draw()).matches("[0-9A-Za-z]{22}").isNotEqualTo(InviteHashes.draw());
    }
}
