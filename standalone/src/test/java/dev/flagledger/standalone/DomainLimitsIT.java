package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often mail domains are looked up, and how many an organisation has. */
class DomainLimitsIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Shop shop = Shop.in(SERVER);
    private final Api ana = shop.ana();
    private final String name = UUID.randomUUID() + ".example";

    @Test
    void theEleventhProofWithinAMinuteGetsARetryAfter() {
        var proven = MailDomain.proven(ana, shop.organisation(), name);
        var domain = MailDomain.added(ana, shop.organisation(), "other." + name);
        for (int proof = 1; proof < 10; proof++) {
            assertThat(domain.verify(ana).status()).isEqualTo(400);
        }

        var answer = domain.verify(ana);

        assertThat(answer.status()).isEqualTo(429);
        var seconds = answer.http().headers().firstValue("Retry-After").orElseThrow();
        assertThat(seconds).matches("[1-9]|[1-5][0-9]|60");
        assertThat(answer.text())
                .startsWith("{\"detail\":\"Request was throttled. Expected available in " + seconds + " second");
        assertThat(proven.verify(ana).status()).as("nothing to look up").isEqualTo(200);
        var other = Shop.in(SERVER);
        MailDomain.proven(other.ana(), other.organisation(), "another." + name);
    }
}
