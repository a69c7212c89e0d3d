package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.outbox.AuditNumbers.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditNumbersTest {

    private final AuditNumbers numbers =
            new AuditNumbers(JdbcClient.create(TestDatabase.fresh().migrated().dataSource()));

    @Test
    void linesAreNumberedInTheOrderOfTheLog() {
        assertThat(numbers.advance(List.of(new Lines(1, 0), new Lines(2, 3)))).isZero();
        assertThat(numbers.advance(List.of(new Lines(3, 2)))).isEqualTo(3);
        assertThat(numbers.advance(List.of(new Lines(4, 0)))).isEqualTo(5);
        assertThat(numbers.advance(List.of(new Lines(5, 1)))).isEqualTo(5);
    }

    /** Of four lines the first three have been counted: the fourth is number 4, by 3 - 3 + 4. */
    @Test
    void eventsThatAreReadAgainAreNotCountedAgain() {
        numbers.advance(List.of(new Lines(1, 1), new Lines(2, 2)));

        assertThat(numbers.advance(List.of(new Lines(1, 1), new Lines(2, 2), new Lines(3, 1))))
                .isZero();
        assertThat(numbers.advance(List.of(new Lines(4, 1)))).isEqualTo(4);
    }
}
