package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolvedIdentityTest {

    private static final Trait FREE = new Trait(70, "plan", Trait.Type.UNICODE, "free");
    private static final CachedIdentity KEPT =
            new CachedIdentity(new IdentityState(Shop.LIVE, Shop.USER_88, "user-88", 0, List.of(FREE)), 0);

    @Test
    void anUnrecordedIdentityHasItsReportedTraits() {
        var unrecorded = ResolvedIdentity.unrecorded("eve", List.of(reported("plan", "pro"), none("age")));

        assertThat(unrecorded.id()).isNull();
        assertThat(unrecorded.kept()).isNull();
        assertThat(unrecorded.traits()).containsExactly(new TraitInput(null, "plan", Trait.Type.UNICODE, "pro", true));
        assertThat(unrecorded.evaluated())
                .isEqualTo(
                        new EvaluatedIdentity(null, "eve", List.of(new Trait(0, "plan", Trait.Type.UNICODE, "pro"))));
    }

    @Test
    void aRecordedIdentityHasItsRecordedTraits() {
        var known = ResolvedIdentity.recorded(KEPT);

        assertThat(known.with(List.of())).isSameAs(known);
        assertThat(known.evaluated()).isEqualTo(new EvaluatedIdentity(Shop.USER_88, "user-88", List.of(FREE)));
    }

    @Test
    void transientTraitsReplaceRecordedOnes() {
        var now = ResolvedIdentity.recorded(KEPT).with(List.of(reported("age", "42"), reported("plan", "pro")));

        assertThat(now.traits())
                .containsExactly(
                        new TraitInput(null, "plan", Trait.Type.UNICODE, "pro", true),
                        new TraitInput(null, "age", Trait.Type.UNICODE, "42", true));
        assertThat(now.kept()).as("an answer to this is for this request alone").isNull();
    }

    @Test
    void aTransientTraitWithoutAValueHidesTheRecordedOne() {
        var now = ResolvedIdentity.recorded(KEPT).with(List.of(none("plan"), none("age")));

        assertThat(now.traits()).containsExactly(new TraitInput(null, "plan", null, null, true));
        assertThat(now.evaluated().traits()).isEmpty();
    }

    private static TraitInput reported(String key, String value) {
        return input(key, Trait.Type.UNICODE, value);
    }

    private static TraitInput none(String key) {
        return input(key, null, null);
    }

    private static TraitInput input(String key, Trait.@Nullable Type type, @Nullable String value) {
        return new TraitInput(null, key, type, value, false);
    }
}
