package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StateChangesTest {

    private static final int RED = 8;
    private static final int BLUE = 9;
    private static final Variant RED_SHARE = new Variant(1_000_070, RED, 25);
    private static final Variant BLUE_SHARE = new Variant(1_000_071, BLUE, 30);
    private static final Setting NOW = new Setting(true, FeatureValue.of("plain"), List.of(RED_SHARE, BLUE_SHARE));
    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, StateChanges.class);

    private final StateChanges changes = NODE.get(StateChanges.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void whatIsNotSaidIsNotChanged() {
        assertThat(changes.change(new StateRequest(null, null, null), NOW))
                .isEqualTo(new SettingChange(null, null, null));
    }

    @Test
    void theShareOfAnOptionKeepsItsId() {
        var asked = List.of(new Share(BLUE, 40), new Share(RED, 10));

        assertThat(changes.change(new StateRequest(null, null, asked), NOW).variants())
                .containsExactly(new Variant(BLUE_SHARE.id(), BLUE, 40), new Variant(RED_SHARE.id(), RED, 10));
    }

    @Test
    void aShareThatIsNamedByItsIdMayBecomeOneOfAnotherOption() {
        var asked = List.of(new Share(RED_SHARE.id(), 10, 25), new Share(BLUE_SHARE.id(), BLUE, 30));

        assertThat(changes.change(new StateRequest(null, null, asked), NOW).variants())
                .containsExactly(new Variant(RED_SHARE.id(), 10, 25), BLUE_SHARE);
    }

    @Test
    void eachShareOfANewOptionGetsAnIdOfItsOwn() {
        var asked = List.of(new Share(RED, 25), new Share(10, 5), new Share(11, 5));
        var shares = Objects.requireNonNull(
                changes.change(new StateRequest(null, null, asked), NOW).variants());

        assertThat(shares).extracting(Variant::optionId).containsExactly(RED, 10, 11);
        assertThat(shares).extracting(Variant::id).startsWith(RED_SHARE.id()).doesNotHaveDuplicates();
    }

    @Test
    void theSameSharesInAnotherOrderAreNoChange() {
        var asked = List.of(new Share(BLUE, 30), new Share(RED, 25));

        assertThat(changes.change(new StateRequest(false, null, asked), NOW)).isEqualTo(SettingChange.toggle(false));
    }

    @Test
    void aNewStateHasSharesOfItsOwn() {
        var start = changes.start(new StateRequest(false, null, null), NOW);

        assertThat(start.enabled()).isFalse();
        assertThat(start.value()).isEqualTo(NOW.value());
        assertThat(start.variants()).extracting(Variant::optionId).containsExactly(RED, BLUE);
        assertThat(start.variants()).extracting(Variant::percentage).containsExactly(25.0, 30.0);
        assertThat(start.variants()).extracting(Variant::id).doesNotContain(RED_SHARE.id(), BLUE_SHARE.id());
    }

    @Test
    void newOverridesHaveIdsOfTheirOwn() {
        var drawn = new ArrayList<OverrideIds>();
        changes.idsOfOverrides(3).forEachRemaining(drawn::add);
        drawn.add(changes.idsOfOverride());

        assertThat(drawn).hasSize(4);
        assertThat(drawn).extracting(OverrideIds::featureStateId).doesNotHaveDuplicates();
        assertThat(drawn).extracting(OverrideIds::featureSegmentId).doesNotHaveDuplicates();
    }
}
