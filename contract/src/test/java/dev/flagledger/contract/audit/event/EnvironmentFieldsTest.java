package dev.flagledger.contract.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentFieldsTest {

    private static final EnvironmentSettings PLAIN =
            new EnvironmentSettings("Test", "key-9", null, null, true, null, null, null, true, false, true, List.of());

    private final History history =
            Shop.open().then(new EnvironmentCreated(9, Shop.id(9), Shop.PROJECT, PLAIN, List.of()));

    static Stream<Arguments> changes() {
        return Stream.of(
                changed(
                        new FieldChange("name", "Test", "Trial"),
                        settings("Trial", "key-9", null, null, true, null, null, null, true, false, true)),
                changed(
                        new FieldChange("api_key", "key-9", "fresh"),
                        settings("Test", "fresh", null, null, true, null, null, null, true, false, true)),
                changed(
                        new FieldChange("description", null, "For trials"),
                        settings("Test", "key-9", "For trials", null, true, null, null, null, true, false, true)),
                changed(
                        new FieldChange("minimum_change_request_approvals", null, 2),
                        settings("Test", "key-9", null, 2, true, null, null, null, true, false, true)),
                changed(
                        new FieldChange("allow_client_traits", true, false),
                        settings("Test", "key-9", null, null, false, null, null, null, true, false, true)),
                changed(
                        new FieldChange("banner_text", null, "Careful!"),
                        settings("Test", "key-9", null, null, true, "Careful!", null, null, true, false, true)),
                changed(
                        new FieldChange("banner_colour", null, "#ff0000"),
                        settings("Test", "key-9", null, null, true, null, "#ff0000", null, true, false, true)),
                changed(
                        new FieldChange("hide_disabled_flags", null, false),
                        settings("Test", "key-9", null, null, true, null, null, false, true, false, true)),
                changed(
                        new FieldChange("use_identity_composite_key_for_hashing", true, false),
                        settings("Test", "key-9", null, null, true, null, null, null, false, false, true)),
                changed(
                        new FieldChange("hide_sensitive_data", false, true),
                        settings("Test", "key-9", null, null, true, null, null, null, true, true, true)),
                changed(
                        new FieldChange("use_identity_overrides_in_local_eval", true, false),
                        settings("Test", "key-9", null, null, true, null, null, null, true, false, false)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachSettingIsListedByItsNameOnTheWire(FieldChange change, EnvironmentSettings settings) {
        history.then(new EnvironmentChanged(9, settings));

        assertThat(Lines.line(history))
                .isEqualTo(new AuditLine(
                        "Environment updated: " + settings.name(),
                        new Place(Shop.ORGANISATION, Shop.PROJECT, 9),
                        new RelatedObject(AuditLine.RelatedObjectType.ENVIRONMENT, 9, Shop.id(9)),
                        ChangeType.UPDATE,
                        List.of(change)));
    }

    @Test
    void customFieldsHaveTheShapeOfAWrite() {
        var described = new EnvironmentSettings(
                "Test",
                "key-9",
                null,
                null,
                true,
                null,
                null,
                null,
                true,
                false,
                true,
                List.of(new MetadataValue(4, "a")));
        history.then(new EnvironmentChanged(9, described));

        assertThat(Lines.line(history).changes())
                .containsExactly(
                        new FieldChange("metadata", List.of(), List.of(Map.of("model_field", 4, "field_value", "a"))));
    }

    private static Arguments changed(FieldChange change, EnvironmentSettings settings) {
        return Arguments.of(change, settings);
    }

    private static EnvironmentSettings settings(
            String name,
            String apiKey,
            @Nullable String description,
            @Nullable Integer approvals,
            boolean clientTraits,
            @Nullable String bannerText,
            @Nullable String bannerColour,
            @Nullable Boolean hideDisabled,
            boolean compositeKey,
            boolean hideSensitive,
            boolean localOverrides) {
        return new EnvironmentSettings(
                name,
                apiKey,
                description,
                approvals,
                clientTraits,
                bannerText,
                bannerColour,
                hideDisabled,
                compositeKey,
                hideSensitive,
                localOverrides,
                List.of());
    }
}
