package dev.flagledger.access.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10/8",
                "10.1/16",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.1/8",
                "10.0.0.0/8/8",
                "300.0.0.0/8",
                "example.com/24",
                "fd00::/129",
                "fd00::1/8",
                "fe80::%1/10",
                "::ffff:10.0.0.0/104",
                "10.0.0.0/ 8"
            })
    void aMalformedNetworkIsQuotedInTheMessage(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.valueOf(text))
                .withMessageStartingWith("'" + text + "' is not a network in CIDR notation: ");
    }

    @Test
    void aPrefixMayBeZero() {
        assertThat(Cidr.valueOf("0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8")))
                .isTrue();
        assertThat(Cidr.valueOf("::/0").contains(InetAddress.ofLiteral("ff02::1")))
                .isTrue();
    }

    @Test
    void ipVersionsAreNeverMixed() {
        assertThat(Cidr.valueOf("::/0").contains(InetAddress.ofLiteral("8.8.8.8")))
                .isFalse();
        assertThat(Cidr.valueOf("0.0.0.0/0").contains(InetAddress.ofLiteral("::1")))
                .isFalse();
    }

    @Test
    void aPrefixMayEndInsideAByte() {
        var network = Cidr.valueOf(" 172.16.0.0/12 ");

        assertThat(network.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(network).hasToString("172.16.0.0/12");
    }
}
