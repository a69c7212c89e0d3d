package dev.flagledger.command.flag.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.Forms;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The basket is off and "blue", on and "red" for beta users, and there are segments for staff and for another feature. */
class VersionFormTest {

    private static final int STAFF = 9;
    private static final int FOR_CART = 10;
    private static final int CART = 70;
    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");
    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, StateChanges.class);

    private static final AccessibleFlag BASKET = access();

    private final VersionForm versions =
            new VersionForm(NODE.get(StateChanges.class), Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void anEmptyVersionChangesNothing() {
        assertThat(changes("{}")).isEqualTo(VersionChanges.NONE);
    }

    @Test
    void theDefaultIsChangedWithoutASegment() {
        assertThat(changes("{'feature_states_to_update': [{'enabled': true, " + value("green") + "}]}"))
                .isEqualTo(new VersionChanges(
                        new SettingChange(true, FeatureValue.of("green"), null), OverrideChanges.NONE));
    }

    @Test
    void valuesThatAreTheCurrentOnesAreNotChanged() {
        assertThat(changes("{'feature_states_to_update': [{'enabled': false, " + value("green") + "}]}"))
                .isEqualTo(new VersionChanges(
                        new SettingChange(null, FeatureValue.of("green"), null), OverrideChanges.NONE));
        assertThat(changes("{'feature_states_to_update': [{'enabled': false, " + value("blue") + "}]}"))
                .isEqualTo(VersionChanges.NONE);
    }

    @Test
    void anOverrideIsChangedByItsSegment() {
        assertThat(changes("{'feature_states_to_update': [{'feature_segment': {'segment': 8}, 'enabled': false}]}"))
                .isEqualTo(overrides(new Upsert(Shop.BETA, SettingChange.toggle(false), null)));
    }

    @Test
    void anOverrideThatDoesNotExistIsLeftForTheFlagToReject() {
        assertThat(changes("{'feature_states_to_update': [{'feature_segment': {'segment': 9}, 'enabled': false}]}"))
                .isEqualTo(overrides(new Upsert(STAFF, new SettingChange(null, null, null), null)));
    }

    @Test
    void aNewOverrideHasIdsAndItsWholeSetting() {
        var upsert = changes("{'feature_states_to_create': [{'feature_segment': {'segment': 9, 'priority': 3},"
                        + " 'enabled': true, " + value("green") + "}]}")
                .overrides()
                .changed()
                .getFirst();
        var setting = new Setting(true, FeatureValue.of("green"));

        assertThat(upsert.segmentId()).isEqualTo(STAFF);
        assertThat(upsert.change()).isEqualTo(SettingChange.to(setting));
        assertThat(Objects.requireNonNull(upsert.start()).setting()).isEqualTo(setting);
        assertThat(upsert.start().ids().featureStateId()).isPositive();
    }

    @Test
    void prioritiesAreKeptOnlyIfOneIsNew() {
        assertThat(changes("{'feature_states_to_update': [{'feature_segment': {'segment': 8, 'priority': 0}}]}")
                        .overrides()
                        .priorities())
                .isEmpty();
        assertThat(changes("{'feature_states_to_update': [{'feature_segment': {'segment': 8, 'priority': 2}}]}")
                        .overrides()
                        .priorities())
                .isEqualTo(Map.of(Shop.BETA, 2));
    }

    @Test
    void overridesAreRemovedBySegment() {
        assertThat(changes("{'segment_ids_to_delete_overrides': [8, 99]}").overrides())
                .isEqualTo(new OverrideChanges(List.of(), List.of(Shop.BETA, 99), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'feature_states_to_create': [{'enabled': true}]}                                       ; {message=Cannot create FeatureState objects that are not segment overrides.}
            {'feature_states_to_create': [{'feature_segment': {'segment': 9}}]}                     ; {feature_states_to_create=[{feature_state_value=[This field is required.]}]}
            {'feature_states_to_create': [{'feature_segment': {'segment': 10}, 'feature_state_value': {}}]} ; {feature_states_to_create=[{feature=[Can only create segment override(using this segment) for feature 70]}]}
            {'feature_states_to_update': [{}, {}]}                                                  ; {feature_states_to_update=[A state is named twice.]}
            {'segment_ids_to_delete_overrides': 8}                                                  ; {segment_ids_to_delete_overrides=[Expected a list of items but got type "int".]}
            """)
    void changesAreValidated(String sent, String problems) {
        assertThat(Forms.problems(() -> versions.changes(Forms.of(sent), BASKET)))
                .isEqualTo(problems);
    }

    @Test
    void sharesOfOneStateAreOfOneWhole() {
        var twice = "{'feature_states_to_update': [{'multivariate_feature_state_values': ["
                + "{'multivariate_feature_option': 31, 'percentage_allocation': 60},"
                + "{'multivariate_feature_option': 31, 'percentage_allocation': 50}]}]}";

        assertThat(Forms.problems(() -> versions.changes(Forms.of(twice), withOption())))
                .isEqualTo("{non_field_errors=[Multivariate percentage values exceed 100%.]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                    ; {}
            {'live_from': null}                   ; {}
            {'live_from': '2031-01-01T12:00:00Z'} ; {}
            {'live_from': '2031-01-01T12:00:01Z'} ; {live_from=[This server does not schedule versions: publish it when it is to go live.]}
            """)
    void aVersionIsNotScheduled(String sent, String problems) {
        var form = Forms.of(sent);
        versions.requireNow(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    private VersionChanges changes(String sent) {
        return versions.changes(Forms.of(sent), BASKET);
    }

    private static String value(String text) {
        return "'feature_state_value': {'type': 'unicode', 'string_value': '" + text + "'}";
    }

    private static VersionChanges overrides(Upsert override) {
        return new VersionChanges(null, new OverrideChanges(List.of(override), List.of(), Map.of()));
    }

    private static AccessibleFlag access(LedgerEvent... more) {
        var project = Shop.withBasket()
                .then(
                        Shop.feature(CART, "cart", 107, 108),
                        Shop.segment(),
                        Shop.segment(STAFF, "staff", null),
                        Shop.segment(FOR_CART, "buyers", CART),
                        Shop.overriddenForSegment(true, FeatureValue.of("red")))
                .then(more)
                .state()
                .project(Shop.PROJECT)
                .orElseThrow();
        return new AccessibleFlag(project, project.environment(Shop.LIVE), project.feature(Shop.BASKET));
    }

    private static AccessibleFlag withOption() {
        return access(Wares.optionAdded(31, "green", 30));
    }
}
