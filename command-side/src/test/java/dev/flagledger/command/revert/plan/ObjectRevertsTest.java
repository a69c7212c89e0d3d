package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Edit;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.project.Tag;
import dev.flagledger.api.segment.SegmentCommand.ChangeSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings, segments, features and options: what is led back, and what stays. */
class ObjectRevertsTest {

    private static final List<MetadataValue> FIELDS = List.of(new MetadataValue(70, "team a"));

    private final History history = Shop.withBasket().then(Shop.segment());
    private final Project then = now();

    @Test
    void settingsKeepTheClientKeyAndTheCustomFields() {
        history.then(new EnvironmentChanged(Shop.LIVE, live("Renamed", "key-new", FIELDS)));

        assertThat(new SettingsRevert(then.environment(Shop.LIVE), now().environment(Shop.LIVE)).commands())
                .containsExactly(new ChangeEnvironment(
                        Shop.LIVE,
                        Shop.PROJECT,
                        new Edit<>(live("Renamed", "key-new", FIELDS), live("Live", "key-new", FIELDS))));
    }

    @Test
    void aSegmentKeepsItsCustomFields() {
        var changed = new SegmentDefinition("pros", "who pay", null, List.of(), FIELDS);
        history.then(new SegmentChanged(Shop.BETA, changed));

        assertThat(new SegmentRevert(then.segment(Shop.BETA), now().segment(Shop.BETA), Shop.PROJECT).commands())
                .containsExactly(new ChangeSegment(
                        Shop.BETA,
                        Shop.PROJECT,
                        new Edit<>(changed, new SegmentDefinition("beta users", null, null, List.of(), FIELDS))));
    }

    @Test
    void aFeatureGetsTheTagsThatStillExist() {
        var changed = new FeatureDetails("Another", true, true, List.of(), FIELDS);
        history.then(
                new TagCreated(Shop.PROJECT, tag(90)),
                new TagCreated(Shop.PROJECT, tag(91)),
                new FeatureChanged(
                        Shop.BASKET, new FeatureDetails("What it is", false, false, List.of(90, 91), List.of())));
        var former = now().feature(Shop.BASKET);
        history.then(new FeatureChanged(Shop.BASKET, changed));

        assertThat(new FeatureRevert(former, now().feature(Shop.BASKET), Set.of(91), Shop.PROJECT).commands())
                .containsExactly(new ChangeFeature(
                        Shop.BASKET,
                        Shop.PROJECT,
                        new Edit<>(changed, new FeatureDetails("What it is", false, false, List.of(91), FIELDS)),
                        FeatureType.STANDARD,
                        OptionChanges.NONE));
    }

    @Test
    void whatDiffersOnlyInWhatStaysIsLeftAsItIs() {
        history.then(
                new EnvironmentChanged(Shop.LIVE, live("Live", "key-new", FIELDS)),
                new SegmentChanged(Shop.BETA, new SegmentDefinition("beta users", null, null, List.of(), FIELDS)),
                new FeatureChanged(Shop.BASKET, new FeatureDetails("What it is", false, false, List.of(), FIELDS)));

        assertThat(new RevertPlan(
                                then,
                                now(),
                                new LinkedHashSet<>(List.of(
                                        new Part.OfSettings(Shop.LIVE),
                                        new Part.OfSegment(Shop.BETA),
                                        new Part.OfFeature(Shop.BASKET))))
                        .commands())
                .isEmpty();
    }

    @Test
    void anOptionThatIsGoneComesBackWithItsId() {
        var red = option(1, "red");
        var pale = option(2, "pale");
        var green = option(2, "green");
        var blue = option(3, "blue");

        assertThat(new OptionsRevert(Map.of(1, red, 2, green), Map.of(2, pale, 3, blue)).changes())
                .isEqualTo(new OptionChanges(List.of(new Edit<>(pale, green)), List.of(red), List.of(3)));
        assertThat(new OptionsRevert(Map.of(1, red), Map.of(1, red)).changes()).isEqualTo(OptionChanges.NONE);
    }

    private Project now() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }

    private static EnvironmentSettings live(String name, String key, List<MetadataValue> fields) {
        return new EnvironmentSettings(name, key, null, null, true, null, null, null, true, false, true, fields);
    }

    private static Tag tag(int id) {
        return new Tag(id, Shop.id(id), "tag " + id, "#abc", null, false);
    }

    private static MultivariateOption option(int id, String value) {
        return new MultivariateOption(id, Shop.id(id), FeatureValue.of(value), 10, null);
    }
}
