package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The server looks again for the records that prove mail domains: here all the time, and with less patience than usual. */
class DomainCheckIT {

    private static final TestServer SERVER = TestServer.start(
            Map.of("flagledger.retention.begin", "0s", "flagledger.dns.recheck", "20ms", "flagledger.dns.grace", "2s"));

    private final Shop shop = Shop.in(SERVER);
    private final Api ana = shop.ana();
    private final String name = UUID.randomUUID() + ".example";
    private final MailDomain domain = MailDomain.proven(ana, shop.organisation(), name);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aDomainWhoseRecordIsGoneIsProvenForAWhileAndThenNoMore() {
        TestDns.shared().withdraw(name);
        await().until(() -> !shown().get("record_missing_since").isNull());
        assertThat(shown().get("verified_by").asString()).as("for a while").isEqualTo("DNS");

        await().until(() -> shown().get("verified_by").isNull());
        assertThat(shown().get("verified_at").isNull()).isTrue();
        assertThat(shown().get("record_missing_since").isNull()).isFalse();
        assertThat(summaries())
                .contains("Record of mail domain missing: " + name, "Mail domain not proven any more: " + name);

        var other = Shop.in(SERVER);
        var theirs = MailDomain.proven(other.ana(), other.organisation(), name);
        assertThat(other.ana().get(theirs.path()).ok().get("verified_by").asString())
                .as("its name is free for its next owner")
                .isEqualTo("DNS");
    }

    @Test
    void aRecordThatComesBackProvesItAgain() {
        TestDns.shared().withdraw(name);
        await().until(() -> !shown().get("record_missing_since").isNull());
        TestDns.shared().publish(name, domain.record());

        await().until(() -> shown().get("record_missing_since").isNull());
        assertThat(shown().get("verified_by").asString()).isEqualTo("DNS");
    }

    /** It may be that of the operator's own network. */
    @Test
    void withoutAnAnswerNothingChanges() {
        TestDns.shared().fail(name);
        int before = TestDns.shared().asked(name);
        await().until(() -> TestDns.shared().asked(name) > before + 2);

        assertThat(shown().get("record_missing_since").isNull()).isTrue();
    }

    private JsonNode shown() {
        return ana.get(domain.path()).ok();
    }

    private List<String> summaries() {
        return ana.get("organisations/" + shop.organisation() + "/events/")
                .ok()
                .get("results")
                .valueStream()
                .map(event -> event.get("summary").asString())
                .toList();
    }
}
