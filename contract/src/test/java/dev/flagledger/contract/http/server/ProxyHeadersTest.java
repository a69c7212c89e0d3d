package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyHeadersTest {

    private static final ProxyHeaders HEADERS = new ProxyHeaders(new TrustedProxies(List.of("10.0.0.0/8", "::1/128")));
    private static final InetSocketAddress PEER = new InetSocketAddress("10.0.0.1", 4711);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9                          | 203.0.113.9
            198.51.100.7, 203.0.113.9            | 203.0.113.9
            198.51.100.7, 203.0.113.9, 10.0.0.2  | 203.0.113.9
            10.0.0.3, 10.0.0.2                   | 10.0.0.3
            2001:db8::9, ::1                     | 2001:db8:0:0:0:0:0:9
            198.51.100.7, unknown                | unknown
            """)
    void theClientIsTheLastAddressThatIsNotATrustedProxy(String chain, String client) {
        assertThat(HEADERS.client(List.of(chain.split(",\\s*", -1)), PEER).getHostString())
                .isEqualTo(client);
    }

    @Test
    void withoutAChainTheClientIsThePeer() {
        assertThat(HEADERS.client(List.of(), PEER)).isEqualTo(PEER);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            https, -,            -,    https://node/x
            https, -,            8443, https://node:8443/x
            https, -,            443,  https://node/x
            https, -,            none, https://node/x
            http,  -,            8080, http://node:8080/x
            -,     -,            8443, http://node:8000/x
            https, flags.test,   -,    https://flags.test/x
            https, flags.test:1, -,    https://flags.test/x
            https, [2001:db8::9],-,    https://[2001:db8::9]/x
            'https, https',  -,  -,    https://node/x
            'https, http',   -,  -,    http://node/x
            https, 'a.test, a.test', -, https://a.test/x
            https, 'a.test, b.test', -, https://node/x
            https, a test,       -,    https://node/x
            https, a.test:none,  -,    https://node/x
            https, '',           -,    https://node/x
            """)
    void theAddressIsTheOneThatTheClientUsed(
            @Nullable String protocol, @Nullable String host, @Nullable String port, String address) {
        var headers = HttpFields.build();
        put(headers, "X-Forwarded-Proto", protocol);
        put(headers, "X-Forwarded-Host", host);
        put(headers, "X-Forwarded-Port", port);
        assertThat(ProxyHeaders.uri(HttpURI.from("http://node:8000/x"), headers).asString())
                .isEqualTo(address);
    }

    private static void put(HttpFields.Mutable headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
