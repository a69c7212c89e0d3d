package dev.flagledger.ledger.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.log.store.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstallationKeyTest {

    private final TestLog database = TestLog.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allNodesHaveOneKeyAndEachPurposeAnother() {
        assertThat(key("", "").derive("names")).isEqualTo(key("", "").derive("names"));
        assertThat(key("", "").derive("names")).isNotEqualTo(key("", "").derive("subject keys"));
    }

    @Test
    void theGeneratedSecretCanBeReplaced() {
        var drawn = key("", "").derive("names");

        assertThat(key("given", "").derive("names")).isEqualTo(drawn);
    }

    @Test
    void aSecretCanBeReplacedIfThePreviousOneIsGiven() {
        var before = key("first", "").derive("names");

        assertThatThrownBy(() -> key("second", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FLAGLEDGER_SECRET_KEY_PREVIOUS");
        assertThat(key("second", "first").derive("names")).isEqualTo(before);
        assertThat(key("second", "").derive("names")).isEqualTo(before);
        assertThatThrownBy(() -> key("first", "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wrappedBytesAreUnwrappedOnlyForTheirPlace() {
        var wrapping = new Wrapping(key("", ""), "checkpoints");
        var wrapped = wrapping.wrap(new byte[] {1, 2, 3}, "project 7 at 120");

        assertThat(wrapping.unwrap(wrapped, "project 7 at 120")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> wrapping.unwrap(wrapped, "project 8 at 120")).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> new Wrapping(key("", ""), "other").unwrap(wrapped, "project 7 at 120"))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> wrapping.unwrap(new byte[3], "project 7 at 120"))
                .isInstanceOf(BrokenSealException.class);
    }

    private InstallationKey key(String secret, String previous) {
        return new InstallationKey(database.jdbc(), new InstallationSecret(database.jdbc(), secret), previous);
    }
}
