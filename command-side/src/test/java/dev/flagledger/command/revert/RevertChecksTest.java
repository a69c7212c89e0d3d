package dev.flagledger.command.revert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class RevertChecksTest {

    private static final FlagId FLAG = new FlagId(Shop.LIVE, Shop.BASKET);
    private static final UpdateFlag TOGGLE = new UpdateFlag(FLAG, SettingChange.toggle(true), OverrideChanges.NONE);
    private static final UpdateFlag OVERRIDE = overrides(List.of(Shop.BETA), List.of());

    private final History history =
            Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, FeatureValue.NONE));

    @Test
    void segmentOverridesRequireTheirPermission() {
        assertThatCode(() -> checks(Shop.ANA).require(OVERRIDE)).doesNotThrowAnyException();
        assertThatCode(() -> checks(Shop.BO).require(TOGGLE)).doesNotThrowAnyException();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> checks(Shop.BO).require(OVERRIDE))
                .extracting(Rejected::rejection)
                .isEqualTo(new Rejection.Forbidden());
    }

    @Test
    void anEnvironmentThatRequiresApprovalsRefusesAll() {
        history.then(new EnvironmentChanged(
                Shop.LIVE,
                new EnvironmentSettings(
                        "Live", "key-5", null, 1, true, null, null, null, true, false, true, List.of())));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> checks(Shop.ANA).require(TOGGLE))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(refusal.body()).containsEntry("code", "change_requests_enabled");
                });
    }

    /** There is an override for segment 8. */
    @ParameterizedTest
    @CsvSource({"9, 0, 1", "8, 0, 0", "8, 8, 0", "9, 8, 0"})
    void anOverrideThatIsMadeAnewIsNoFurtherOne(int changed, int removed, int more) {
        assertThat(more(List.of(changed), removed == 0 ? List.of() : List.of(removed)))
                .isEqualTo(more);
    }

    @Test
    void oneMadeAnewLeavesNoRoomForAnother() {
        assertThat(more(List.of(8, 9), List.of(8))).isEqualTo(1);
        assertThat(more(List.of(), List.of(8))).isEqualTo(-1);
    }

    private int more(List<Integer> changed, List<Integer> removed) {
        var live = history.state().environment(Shop.LIVE).orElseThrow();
        return RevertChecks.more(overrides(changed, removed), live);
    }

    private RevertChecks checks(int user) {
        var access = new AccessContext(history.state(), Actor.user(user, "someone@example.test"));
        return new RevertChecks(history.state().project(Shop.PROJECT).orElseThrow(), access);
    }

    private static UpdateFlag overrides(List<Integer> changed, List<Integer> removed) {
        var upserts = changed.stream()
                .map(segment -> new Upsert(segment, SettingChange.toggle(true), null))
                .toList();
        return new UpdateFlag(FLAG, null, new OverrideChanges(upserts, removed, Map.of()));
    }
}
