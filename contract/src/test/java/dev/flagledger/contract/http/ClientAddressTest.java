package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            203.0.113.9,             203.0.113.9
            [2001:db8:0:0:0:0:0:9],  2001:db8:0:0:0:0:0:9
            0:0:0:0:0:0:0:1,         0:0:0:0:0:0:0:1
            unknown,                 unknown
            """)
    void anIpv6AddressHasNoBrackets(String remote, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);

        assertThat(ClientAddress.of(request)).isEqualTo(address);
    }
}
