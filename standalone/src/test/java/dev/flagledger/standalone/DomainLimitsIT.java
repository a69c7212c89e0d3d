package dev.flagledger.standalone;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often mail domains are looked up, and how many an organisation has. */
class DomainLimitsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final Executor SENDERS = task -> Thread.ofVirtual().start(task);

    private final Shop shop = Shop.in(SERVER);
    private final Api ana = shop.ana();
    private final String domains = "organisations/" + shop.organisation() + "/domains/";
    private final String name = UUID.randomUUID() + ".example";

    @Test
    void concurrentRequestsAddNoMoreThanOneHundred() {
        for (int number = 1; number < 98; number++) {
            MailDomain.added(ana, shop.organisation(), number + "." + name);
        }

        var answers = IntStream.range(98, 108)
                .mapToObj(number -> supplyAsync(() -> ana.post(domains, Map.of("name", number + "." + name)), SENDERS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(7)
                .extracting(Api.Answer::text)
                .containsOnly("{\"non_field_errors\":[\"An organisation has no more than 100 domains.\"]}");
        assertThat(ana.get(domains).ok().get("count").asInt()).isEqualTo(100);
    }

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
