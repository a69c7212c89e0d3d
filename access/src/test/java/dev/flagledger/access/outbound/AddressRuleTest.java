package dev.flagledger.access.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private final AddressRule rule = new AddressRule(List.of());

    static String[] special() {
        return """
                0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
                169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1
                198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1
                ::10.0.0.1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::10.0.0.1 64:ff9b::7f00:1
                64:ff9b:1::8.8.8.8 100::1 2001::1 2001:0:a00:1:: 2001:db8::1 2002:a00:1::1 2002:7f00:1:: 3fff::1
                5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1""".split("\\s+");
    }

    @ParameterizedTest
    @MethodSource("special")
    void addressesOutsideThePublicInternetAreRefused(String address) {
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    static String[] inPublic() {
        return """
                1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.0.1.0
                198.17.255.255 198.20.0.0 223.255.255.255 2001:200::1 2606:4700::1111 2a00:1450:4001::1
                ::ffff:1.1.1.1 64:ff9b::1.1.1.1""".split("\\s+");
    }

    @ParameterizedTest
    @MethodSource("inPublic")
    void publicAddressesAreAllowed(String address) {
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anIpv4MappedAddressIsRefused() throws UnknownHostException {
        var bytes = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 10, 0, 0, 1};

        assertThat(rule.allows(Inet6Address.getByAddress("mapped.test", bytes, 0)))
                .isFalse();
    }

    @Test
    void allowedNetworksAllowTheirAddressesOnly() {
        var opened = new AddressRule(List.of(Cidr.valueOf("10.1.0.0/16"), Cidr.valueOf("fd12::/16")));

        assertThat(opened.allows(InetAddress.ofLiteral("10.1.255.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("64:ff9b::10.1.0.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("fd12:1::1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(opened.allows(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
        assertThat(opened.allows(InetAddress.ofLiteral("fd13::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b::168.63.129.16",
            })
    void metadataOfCloudsIsRefusedInAllowedNetworksToo(String address) {
        var everything = new AddressRule(List.of(Cidr.valueOf("0.0.0.0/0"), Cidr.valueOf("::/0")));

        assertThat(everything.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(everything.allows(InetAddress.ofLiteral("169.254.169.253"))).isTrue();
    }
}
