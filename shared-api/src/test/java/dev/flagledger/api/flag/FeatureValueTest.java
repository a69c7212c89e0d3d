package dev.flagledger.api.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureValueTest {

    @Test
    void noValueCountsAsText() {
        assertThat(FeatureValue.NONE.type().wireName()).isEqualTo("unicode");
    }

    @Test
    void aValueGoesOutAsItsPlainSelf() {
        assertThat(FeatureValue.NONE.plain()).isNull();
        assertThat(FeatureValue.of("").plain()).isEqualTo("");
        assertThat(FeatureValue.of(7).plain()).isEqualTo(7);
        assertThat(FeatureValue.of(false).plain()).isEqualTo(false);
    }
}
