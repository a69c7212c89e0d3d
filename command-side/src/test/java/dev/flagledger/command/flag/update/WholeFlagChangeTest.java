package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Forms;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What requests to change a whole flag come to as commands. */
class WholeFlagChangeTest {

    private static final int STAFF = 9;
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final String BETA = "{'segment': {'id': 8}, 'enabled': false}";
    private static final String NEW_STAFF = "{'segment': {'id': 9}, 'enabled': true}";

    private static final TestNode NODE = TestNode.on(
            TestDatabase.fresh().migrated(),
            TestCommandSide.class,
            StateChanges.class,
            OverridePlan.class,
            WholeFlagChange.class);

    private final WholeFlagChange changes = NODE.get(WholeFlagChange.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void anEmptyRequestIsNoCommand() {
        assertThat(changes.of(shop(), form("{}", shop(), false), false)).isEmpty();
        assertThat(changes.of(shop(), form("{'segment_overrides': []}", shop(), false), false))
                .isEmpty();
    }

    @Test
    void aChangeOfTheDefaultAloneLeavesOverrides() {
        assertThat(update("{'environment_default': {'enabled': true}}", false))
                .isEqualTo(new UpdateFlag(flag(), SettingChange.toggle(true), OverrideChanges.NONE));
    }

    @Test
    void aChangeOfOverridesAloneLeavesTheDefault() {
        var command = changes.of(shop(), form(overrides(BETA), shop(), false), false);

        assertThat(command)
                .contains(new UpdateOverrides(
                        flag(),
                        new OverrideChanges(
                                List.of(new Upsert(Shop.BETA, SettingChange.toggle(false), null)),
                                List.of(),
                                Map.of())));
    }

    @Test
    void aNewOverrideStartsAsTheDefaultIsAfterTheChange() {
        var changed = update(
                "{'environment_default': {'value': {'type': 'string', 'value': 'green'}}, 'segment_overrides': ["
                        + NEW_STAFF + "]}",
                false);

        var upsert = changed.overrides().changed().getFirst();
        assertThat(upsert.segmentId()).isEqualTo(STAFF);
        assertThat(Objects.requireNonNull(upsert.start()).setting())
                .isEqualTo(new Setting(true, FeatureValue.of("green")));
        assertThat(changed.overrides().priorities()).isEqualTo(Map.of(STAFF, 0));
    }

    @Test
    void overridesThatAreNotListedStayUnlessTheRequestIsForTheWhole() {
        var some = (UpdateOverrides) changes.of(shop(), form(overrides(NEW_STAFF), shop(), false), false)
                .orElseThrow();
        var all = (UpdateOverrides) changes.of(shop(), form(overrides(NEW_STAFF), shop(), true), true)
                .orElseThrow();

        assertThat(some.overrides().removed()).isEmpty();
        assertThat(all.overrides().removed()).containsExactly(Shop.BETA);
    }

    @Test
    void aRequestForTheWholeTakesOmittedValuesOfOverridesFromTheDefault() {
        var all = (UpdateOverrides) changes.of(shop(), form(overrides("{'segment': {'id': 8}}"), shop(), true), true)
                .orElseThrow();

        assertThat(all.overrides().changed())
                .containsExactly(new Upsert(Shop.BETA, new SettingChange(false, FeatureValue.of("blue"), null), null));
    }

    @Test
    void prioritiesThatAreTheCurrentOnesAreNotChanged() {
        var same = (UpdateOverrides)
                changes.of(shop(), form(overrides("{'segment': {'id': 8}, 'priority': 0}"), shop(), false), false)
                        .orElseThrow();
        var other = (UpdateOverrides)
                changes.of(shop(), form(overrides("{'segment': {'id': 8}, 'priority': 4}"), shop(), false), false)
                        .orElseThrow();

        assertThat(same.overrides().priorities()).isEmpty();
        assertThat(other.overrides().priorities()).isEqualTo(Map.of(Shop.BETA, 4));
    }

    @Test
    void withVersioningTheCommandPublishes() {
        var versioned = access(history().then(new VersioningEnabled(Shop.LIVE, Shop.id(70))));

        assertThat(changes.of(versioned, form("{'environment_default': {'enabled': true}}", versioned, false), false))
                .containsInstanceOf(PublishUpdate.class);
    }

    private UpdateFlag update(String sent, boolean whole) {
        return (UpdateFlag) changes.of(shop(), form(sent, shop(), whole), whole).orElseThrow();
    }

    private static String overrides(String list) {
        return "{'segment_overrides': [" + list + "]}";
    }

    private static FlagForm form(String sent, AccessibleFlag access, boolean whole) {
        return FlagForm.read(Forms.of(sent), access, whole);
    }

    private static FlagId flag() {
        return shop().flag().id();
    }

    private static AccessibleFlag shop() {
        return access(history());
    }

    /** The basket is overridden for a segment, and there is another one. */
    private static History history() {
        return Shop.withBasket()
                .then(Shop.segment(), Shop.segment(STAFF, "staff", null), Shop.overriddenForSegment(true, RED));
    }

    private static AccessibleFlag access(History history) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return new AccessibleFlag(project, project.environment(Shop.LIVE), project.feature(Shop.BASKET));
    }
}
