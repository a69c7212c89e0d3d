package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndedExceptionTest {

    @Test
    void itNamesTheObjectAndItsKind() {
        var ended = new EndedException("environment:14");

        assertThat(ended).hasMessage("environment:14 has ended");
        assertThat(ended.object()).isEqualTo("environment:14");
        assertThat(ended.kind()).isEqualTo("environment");
    }
}
