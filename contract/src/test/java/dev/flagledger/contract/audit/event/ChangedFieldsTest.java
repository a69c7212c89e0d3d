package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.project.Tag;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.Lines;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The changed fields, by their names on the wire. */
class ChangedFieldsTest {

    static Stream<Arguments> changes() {
        return Stream.of(
                of(new TypeChanged(Shop.BASKET, FeatureType.STANDARD), "type", "MULTIVARIATE", "STANDARD"),
                of(
                        new FeatureChanged(Shop.BASKET, Shop.details("What it does", false, false)),
                        "description",
                        "What it is",
                        "What it does"),
                of(
                        new FeatureChanged(Shop.BASKET, Shop.details("What it is", true, false)),
                        "is_archived",
                        false,
                        true),
                of(
                        new FeatureChanged(Shop.BASKET, Shop.details("What it is", false, true)),
                        "is_server_key_only",
                        false,
                        true),
                of(option(FeatureValue.of("olive"), 30, null), "string_value", "green", "olive"),
                of(option(FeatureValue.of("green"), 31, null), "default_percentage_allocation", 30.0, 31.0),
                of(option(FeatureValue.of("green"), 30, "dark"), "key", null, "dark"),
                of(tag("launch", "#00ff00", null, false), "label", "release", "launch"),
                of(tag("release", "#ff0000", null, false), "color", "#00ff00", "#ff0000"),
                of(tag("release", "#00ff00", "Soon", false), "description", null, "Soon"),
                of(tag("release", "#00ff00", null, true), "is_permanent", false, true),
                of(segment("Who wants more", null), "description", null, "Who wants more"),
                of(segment(null, Shop.BASKET), "feature", null, Shop.BASKET),
                of(
                        new ApiKeyChanged(
                                Shop.ORGANISATION,
                                new ApiKey(2, "prefix2", "terraform", Instant.parse("2031-01-02T00:00:00Z"), true)),
                        "expiry_date",
                        null,
                        "2031-01-02T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedFieldHasItsValuesBeforeAndAfter(LedgerEvent event, FieldChange change) {
        var shop = Shop.withBasket()
                .then(
                        Wares.optionAdded(31, "green", 30),
                        new TagCreated(Shop.PROJECT, Wares.tag(9, "release")),
                        Shop.segment(),
                        new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

        // A segment gets a version with each change, which AuditLinesTest shows.
        assertThat(Lines.line(shop.then(event)).changes())
                .filteredOn(changed -> !changed.field().equals("version"))
                .containsExactly(change);
    }

    /** The type and the fields of the values change. */
    @Test
    void aValueOfAnotherTypeChangesSeveralFields() {
        var shop = Shop.withBasket().then(Wares.optionAdded(31, "green", 30), option(FeatureValue.of(7), 30, null));

        assertThat(Lines.line(shop).changes())
                .containsExactly(
                        new FieldChange("string_value", "green", null),
                        new FieldChange("integer_value", null, 7),
                        new FieldChange("type", "unicode", "int"));
    }

    private static Arguments of(LedgerEvent event, String field, @Nullable Object old, @Nullable Object now) {
        return Arguments.of(event, new FieldChange(field, old, now));
    }

    private static LedgerEvent option(FeatureValue value, double percentage, @Nullable String key) {
        return new OptionChanged(Shop.BASKET, new MultivariateOption(31, Shop.id(31), value, percentage, key));
    }

    private static LedgerEvent tag(String label, String colour, @Nullable String description, boolean permanent) {
        return new TagChanged(Shop.PROJECT, new Tag(9, Shop.id(9), label, colour, description, permanent));
    }

    private static LedgerEvent segment(@Nullable String description, @Nullable Integer feature) {
        return new SegmentChanged(
                Shop.BETA, new SegmentDefinition("beta users", description, feature, List.of(), List.of()));
    }
}
