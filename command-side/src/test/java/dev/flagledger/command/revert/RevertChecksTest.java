package dev.flagledger.command.revert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Limits;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RevertChecksTest {

    private static final int OTHER = 12;
    private static final FlagId FLAG = new FlagId(Shop.LIVE, Shop.BASKET);
    private static final UpdateFlag TOGGLE = new UpdateFlag(FLAG, SettingChange.toggle(true), OverrideChanges.NONE);
    private static final UpdateFlag OVERRIDE = overrides(FLAG, 1);

    private final History history =
            Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, FeatureValue.NONE));

    @Test
    void segmentOverridesRequireTheirPermission() {
        assertThatCode(() -> checks(Shop.ANA).require(List.of(OVERRIDE))).doesNotThrowAnyException();
        assertThatCode(() -> checks(Shop.BO).require(List.of(TOGGLE))).doesNotThrowAnyException();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> checks(Shop.BO).require(List.of(OVERRIDE)))
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
                .isThrownBy(() -> checks(Shop.ANA).require(List.of(TOGGLE)))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(refusal.body()).containsEntry("code", "change_requests_enabled");
                });
    }

    /** There is one override already. */
    @Test
    void commandsThatHaveRoomAloneMustHaveRoomTogether() {
        history.then(Shop.feature(OTHER, "other", 205, 206));
        var one = overrides(FLAG, 1_000);
        var room = overrides(new FlagId(Shop.LIVE, OTHER), Limits.SEGMENT_OVERRIDES - 1_001);
        var tooMany = overrides(new FlagId(Shop.LIVE, OTHER), Limits.SEGMENT_OVERRIDES - 1_000);
        var elsewhere = overrides(new FlagId(Shop.STAGING, OTHER), 1_000);

        assertThatCode(() -> checks(Shop.ANA).require(List.of(one, elsewhere, room)))
                .doesNotThrowAnyException();
        assertThatCode(() -> checks(Shop.ANA).require(List.of(tooMany))).doesNotThrowAnyException();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> checks(Shop.ANA).require(List.of(one, elsewhere, tooMany)))
                .extracting(Rejected::rejection)
                .isEqualTo(new Rejection.Full(Limit.SEGMENT_OVERRIDES));
    }

    /** The permission to create features is checked with the command. */
    @Test
    void aFeatureWithValuesRequiresThePermissionsForThem() {
        var without = restored(List.of());
        var ids = new OverrideIds(901, Shop.id(901), 902, Shop.id(902));
        var with = restored(List.of(new SegmentSeed(Shop.BETA, ids, 0, new Setting(true, FeatureValue.NONE))));

        assertThatCode(() -> checks(Shop.ANA).require(List.of(with))).doesNotThrowAnyException();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> checks(Shop.BO).require(List.of(without)));

        history.then(Shop.granted(94, GrantPlace.environment(Shop.LIVE), Permission.UPDATE_FEATURE_STATE));
        assertThatCode(() -> checks(Shop.BO).require(List.of(without))).doesNotThrowAnyException();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> checks(Shop.BO).require(List.of(with)));
    }

    private static RestoreFeature restored(List<SegmentSeed> overrides) {
        var feature = new CreateFeature(
                OTHER,
                Shop.id(OTHER),
                Shop.PROJECT,
                "other",
                FeatureType.STANDARD,
                null,
                false,
                FeatureDetails.NONE,
                Owners.NONE,
                List.of());
        var setting = new Setting(true, FeatureValue.NONE);
        return new RestoreFeature(
                feature, List.of(new InitialState(Shop.LIVE, OTHER, 900, Shop.id(900), setting, overrides)), List.of());
    }

    private RevertChecks checks(int user) {
        var access = new AccessContext(history.state(), Actor.user(user, "someone@example.test"));
        return new RevertChecks(history.state().project(Shop.PROJECT).orElseThrow(), access);
    }

    /** Returns an update that adds overrides. */
    private static UpdateFlag overrides(FlagId flag, int count) {
        var added = IntStream.range(0, count)
                .mapToObj(index -> new Upsert(1_000 + index, SettingChange.toggle(true), null))
                .toList();
        return new UpdateFlag(flag, null, new OverrideChanges(added, List.of(), Map.of()));
    }
}
