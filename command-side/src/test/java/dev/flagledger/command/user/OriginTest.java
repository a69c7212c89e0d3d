package dev.flagledger.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void addressesOfVersion4AreCountedOneByOne() {
        assertThat(Origin.of("203.0.113.7")).isEqualTo("203.0.113.7").isNotEqualTo(Origin.of("203.0.113.8"));
    }

    @Test
    void aMappedAddressIsTheOneThatItMaps() {
        assertThat(Origin.of("::ffff:203.0.113.7")).isEqualTo(Origin.of("203.0.113.7"));
    }

    @Test
    void addressesOfVersion6AreCountedByNetwork() {
        assertThat(Origin.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Origin.of("2001:db8:1:2:ffff::1"));
        assertThat(Origin.of("2001:db8:1:2::1")).isNotEqualTo(Origin.of("2001:db8:1:3::1"));
    }

    @Test
    void anythingElseStandsForItself() {
        assertThat(Origin.of("unknown")).isEqualTo("unknown");
        assertThat(Origin.of(null)).isEmpty();
    }
}
