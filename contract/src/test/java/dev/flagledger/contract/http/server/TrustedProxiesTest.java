package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource({"10.1.2.3, true", "11.0.0.1, false", "fd00::1, true", "fe80::1, false"})
    void aPeerIsTrustedByItsAddress(String address, boolean trusted) {
        assertThat(PROXIES.contains(new InetSocketAddress(address, 4711))).isEqualTo(trusted);
    }

    @Test
    void aPeerWithoutAnAddressIsNotTrusted() {
        assertThat(PROXIES.contains(InetSocketAddress.createUnresolved("10.1.2.3", 4711)))
                .isFalse();
        assertThat(PROXIES.contains(UnixDomainSocketAddress.of("socket"))).isFalse();
    }
}
