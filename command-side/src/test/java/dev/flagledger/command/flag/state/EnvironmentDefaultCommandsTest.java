package dev.flagledger.command.flag.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.SettingChange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentDefaultCommandsTest {

    private static final FlagId FLAG = new FlagId(7, 9);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeOfEnabledAloneIsAToggle(boolean enabled) {
        assertThat(EnvironmentDefaultCommands.of(FLAG, SettingChange.toggle(enabled)))
                .isEqualTo(new ToggleFeature(FLAG, enabled));
    }

    @ParameterizedTest
    @MethodSource
    void everyOtherChangeIsAnUpdate(SettingChange change) {
        assertThat(EnvironmentDefaultCommands.of(FLAG, change)).isEqualTo(new UpdateFeatureState(FLAG, change));
    }

    static Stream<SettingChange> everyOtherChangeIsAnUpdate() {
        return Stream.of(
                new SettingChange(null, null, null),
                new SettingChange(true, FeatureValue.of("red"), null),
                new SettingChange(null, FeatureValue.of("red"), null),
                new SettingChange(true, null, List.of()));
    }
}
