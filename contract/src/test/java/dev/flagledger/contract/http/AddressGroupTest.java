package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressGroupTest {

    @Test
    void eachIpv4AddressIsAGroup() {
        assertThat(AddressGroup.of("203.0.113.7"))
                .isEqualTo("203.0.113.7")
                .isNotEqualTo(AddressGroup.of("203.0.113.8"));
    }

    @Test
    void aMappedAddressIsItsIpv4Address() {
        assertThat(AddressGroup.of("::ffff:203.0.113.7")).isEqualTo(AddressGroup.of("203.0.113.7"));
    }

    @Test
    void anIpv6NetworkIsAGroup() {
        assertThat(AddressGroup.of("2001:db8:1:2:3:4:5:6")).isEqualTo(AddressGroup.of("2001:db8:1:2:ffff::1"));
        assertThat(AddressGroup.of("2001:db8:1:2::1")).isNotEqualTo(AddressGroup.of("2001:db8:1:3::1"));
    }

    @Test
    void anyOtherTextIsReturnedAsItIs() {
        assertThat(AddressGroup.of("unknown")).isEqualTo("unknown");
        assertThat(AddressGroup.of(null)).isEmpty();
    }
}
