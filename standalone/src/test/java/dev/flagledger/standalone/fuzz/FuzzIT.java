package dev.flagledger.standalone.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.LongForm;
import dev.flagledger.standalone.ProviderStub;
import dev.flagledger.standalone.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Schemathesis sends requests generated from the OpenAPI document, valid and invalid ones, most of them about existing objects. No
 * response is a 5xx or undocumented.
 */
class FuzzIT {

    private static final int REQUESTS = 2_000;

    /** The number of examples per operation that makes the requests above. Equal seeds generate equal requests. */
    private static final List<String> SHORT =
            List.of("--phases", "fuzzing", "--max-examples", "9", "--seed", "20261129");

    /** Random requests, with a printed seed, and every edge case of every schema, which alone are eight times as many. */
    private static final List<String> LONG = List.of("--phases", "examples,coverage,fuzzing", "--max-examples", "100");

    @Test
    void everyResponseIsDescribedByTheDocument() throws Exception {
        var schemathesis = Schemathesis.installed();
        try (var provider = new ProviderStub();
                var server = TestServer.start(provider.settings())) {
            // Who has no tokens of Google or GitHub gets 502, as from Flagsmith, which counts as a fault here.
            provider.vouchForEverybodyAs(ProviderStub.token(7, "everybody@example.test"));
            var target = Target.on(server);

            var run = schemathesis.run(server.address(), target.settings(), LongForm.isWanted() ? LONG : SHORT);

            assertThat(run.broken(target.contract())).as(run.output()).isEmpty();
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.answers()).hasSizeGreaterThanOrEqualTo(REQUESTS);
        }
    }
}
