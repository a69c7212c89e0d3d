package dev.flagledger.access.security;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has one id, in its response and in the metadata of its events. */
class RecordedRequestIdTest {

    private static final String DRAWN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static String token = "";

    @BeforeAll
    static void openAnAccount() {
        var accounts = GuardedServer.bean(Accounts.class);
        token = accounts.open(77, "request-ids@ex.test", accounts.hash("correct horse battery"));
    }

    @Test
    void aWellFormedIdIsUsed() {
        var answer = send(authenticated().header("X-Request-Id", "deploy-7_a.b"));

        assertThat(name(answer)).isEqualTo("deploy-7_a.b");
        assertThat(answer.body()).contains("\"request_id\":\"deploy-7_a.b\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "<script>", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void otherwiseAnIdIsGenerated(String given) {
        var answer = send(authenticated().header("X-Request-Id", given));

        assertThat(name(answer)).matches(DRAWN);
        assertThat(answer.body()).contains("\"request_id\":\"" + name(answer) + "\"");
    }

    @Test
    void rejectedRequestsReturnTheirIdToo() {
        assertThat(name(send(to("/api/v1/guarded/")))).matches(DRAWN);
        assertThat(name(send(to("/api/v1/nothing/").header("X-Request-Id", "deploy-7"))))
                .isEqualTo("deploy-7");
    }

    private static HttpRequest.Builder authenticated() {
        return to("/api/v1/guarded/attribution/").header("Authorization", "Token " + token);
    }

    private static String name(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
