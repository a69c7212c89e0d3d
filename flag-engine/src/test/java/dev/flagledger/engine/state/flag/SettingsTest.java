package dev.flagledger.engine.state.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final List<Variant> SHARES = List.of(new Variant(70, 8, 25));
    private static final Setting NOW = new Setting(true, BLUE, SHARES);

    @Test
    void missingComponentsAreKept() {
        assertThat(Settings.changed(NOW, new SettingChange(null, RED, null))).isEqualTo(new Setting(true, RED, SHARES));
        assertThat(Settings.changed(NOW, new SettingChange(false, null, List.of())))
                .isEqualTo(new Setting(false, BLUE));
    }

    @Test
    void recordedChangesContainAllButUnsetShares() {
        assertThat(Settings.recorded(NOW, SettingChange.toggle(false))).contains(new SettingChange(false, BLUE, null));
        assertThat(Settings.recorded(NOW, new SettingChange(null, RED, SHARES)))
                .contains(new SettingChange(true, RED, SHARES));
    }

    @Test
    void equalSettingsAreNoChangeUnlessSharesAreSet() {
        assertThat(Settings.recorded(NOW, new SettingChange(true, BLUE, null))).isEmpty();
        assertThat(Settings.recorded(NOW, new SettingChange(true, BLUE, SHARES)))
                .contains(new SettingChange(true, BLUE, SHARES));
    }

    @Test
    void equalComponentsAreRemovedFromAChange() {
        assertThat(Settings.withoutUnchanged(NOW, new SettingChange(true, RED, null)))
                .isEqualTo(new SettingChange(null, RED, null));
        assertThat(Settings.withoutUnchanged(NOW, new SettingChange(false, BLUE, SHARES)))
                .isEqualTo(new SettingChange(false, null, SHARES));
    }
}
