package dev.flagledger.ledger.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomSecretTest {

    @Test
    void secretsFitIntoUrlsAndDiffer() {
        assertThat(RandomSecret.draw()).matches("[0-9A-Za-z_-]{43}").isNotEqualTo(RandomSecret.draw());
    }
}
