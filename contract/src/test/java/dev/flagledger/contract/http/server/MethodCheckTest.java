package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodCheckTest {

    @Test
    void aTraceIsRefusedWithoutItsCredentials() throws Exception {
        assertThat(answer("TRACE")).startsWith("HTTP/1.1 405 ").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"})
    void otherMethodsAreHandled(String method) throws Exception {
        assertThat(answer(method)).startsWith("HTTP/1.1 200 ").endsWith(method);
    }

    private static String answer(String method) throws Exception {
        return LocalServer.answer(
                method,
                "/",
                "Authorization: Token secret\r\n",
                LocalServer.echo(Request::getMethod),
                List.of(new MethodCheck()));
    }
}
