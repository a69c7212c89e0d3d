package dev.flagledger.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.domain.TextRecords.NoAnswer;
import dev.flagledger.testing.TestDns;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextRecordsTest {

    private final TestDns dns = TestDns.start();
    private final TextRecords records =
            new TextRecords(new DnsSettings(dns.address(), 0, Duration.ZERO, Duration.ZERO));

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void allTextsOfADomainAreFound() throws NoAnswer {
        dns.publish("acme.example", "v=spf1 -all");
        dns.publish("acme.example", "flagledger-verification=1a2b");

        assertThat(records.of("acme.example"))
                .contains("flagledger-verification=1a2b")
                .hasSize(2);
    }

    @Test
    void aDomainThatDoesNotExistHasNone() throws NoAnswer {
        dns.publish("acme.example", "flagledger-verification=1a2b");

        assertThat(records.of("mail.acme.example")).isEmpty();
    }

    @Test
    void noAnswerIsNotNone() {
        dns.close();

        assertThatThrownBy(() -> records.of("acme.example")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void theServersOfTheSystemAreAskedUnlessOneIsNamed() {
        assertThat(new DnsSettings(null, 0, Duration.ZERO, Duration.ZERO).url()).isEqualTo("dns:");
    }
}
