package dev.flagledger.query.sdk.identities.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityDeltaTest {

    private static final IdentityState KNOWN = new IdentityState(
            Shop.LIVE,
            Shop.USER_88,
            "user-88",
            0,
            List.of(new Trait(70, "plan", Trait.Type.UNICODE, "7"), new Trait(71, "empty", Trait.Type.UNICODE, null)));

    @ParameterizedTest
    @CsvSource({
        "plan,  UNICODE, 7, false",
        "plan,  UNICODE, 8, true",
        "plan,  INT,     7, true",
        "age,   INT,     7, true",
        "empty, UNICODE, , false",
        "empty, UNICODE, '', true"
    })
    void onlyNewOrDifferentTraitsAreSet(String key, Trait.Type type, @Nullable String value, boolean set) {
        var reported = new TraitInput(null, key, type, value, false);

        var difference = IdentityDelta.between(List.of(reported), KNOWN);

        assertThat(difference).isEqualTo(new IdentityDelta(set ? List.of(reported) : List.of(), List.of()));
        assertThat(difference.isNone()).isEqualTo(!set);
    }

    @Test
    void onlyRecordedTraitsAreRemoved() {
        var none = List.of(
                new TraitInput(null, "age", null, null, false), new TraitInput(null, "plan", null, null, false));

        assertThat(IdentityDelta.between(none, KNOWN)).isEqualTo(new IdentityDelta(List.of(), List.of("plan")));
        assertThat(IdentityDelta.between(none, KNOWN).isNone()).isFalse();
        assertThat(IdentityDelta.between(none.subList(0, 1), KNOWN).isNone()).isTrue();
    }
}
