package dev.flagledger.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.identity.OwnState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityOverridesTest {

    private static final int BO = 4211;
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final List<Variant> SHARES = List.of(new Variant(70, 8, 100));
    private static final Instant AT = Instant.parse("2031-01-01T00:00:00Z");

    private final IdentityOverrides overrides = new IdentityOverrides();

    @Test
    void aChangeKeepsVariantsThatItOmits() {
        overrides.evolve(created(5, new Setting(true, RED, SHARES)), AT);
        overrides.evolve(new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(false, RED, null)), AT);

        assertThat(overrides.update(update(5, SettingChange.toggle(false)))).isEmpty();
        assertThat(overrides.replace(
                        replace(new OwnState(5, 900, id(900), new Setting(false, RED, SHARES))), "user-88"))
                .as("nothing to do")
                .isEmpty();
    }

    @Test
    void aChangeIsRecordedCompleteExceptForVariants() {
        overrides.evolve(created(5, new Setting(true, RED, SHARES)), AT);

        assertThat(overrides.update(update(5, new SettingChange(null, FeatureValue.of(7), null))))
                .contains(
                        new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(true, FeatureValue.of(7), null)));
    }

    /** Overrides of other features are kept. */
    @Test
    void onlyTheRemovedOverrideIsGone() {
        overrides.evolve(created(5, new Setting(true, RED)), AT);
        overrides.evolve(created(6, new Setting(true, RED)), AT);
        overrides.evolve(new IdentityOverrideRemoved(4, BO, 5));

        assertThat(overrides.update(update(6, SettingChange.toggle(false)))).isPresent();
        assertThatThrownBy(() -> overrides.update(update(5, SettingChange.toggle(false))))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void aFeatureWithoutAnOverrideIsMissing(int feature) {
        var missing = new Rejection.Missing("FeatureState").toString();

        assertThatThrownBy(() -> overrides.update(update(feature, SettingChange.toggle(true))))
                .isInstanceOf(Rejected.class)
                .hasMessage(missing);
        assertThatThrownBy(() -> overrides.remove(new RemoveIdentityOverride(4, BO, feature)))
                .isInstanceOf(Rejected.class)
                .hasMessage(missing);
    }

    private static IdentityOverrideCreated created(int feature, Setting setting) {
        return new IdentityOverrideCreated(4, BO, "user-88", feature, 125 + feature, id(125 + feature), setting);
    }

    private static UpdateIdentityOverride update(int feature, SettingChange change) {
        return new UpdateIdentityOverride(4, BO, feature, change);
    }

    private static ReplaceOverrides replace(OwnState... wanted) {
        return new ReplaceOverrides(4, BO, "user-88", List.of(wanted));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
