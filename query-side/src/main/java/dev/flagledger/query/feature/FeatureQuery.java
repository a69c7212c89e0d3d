package dev.flagledger.query.feature;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.lifecycle.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of a list of features. A null filter matches everything.
 *
 * @param search part of the name, in lower case
 * @param tags all of these tags, or one of them if {@code anyTag}; empty for features without tags
 * @param owners one of these users
 * @param groupOwners or one of these groups; everything matches if there are neither users nor groups
 * @param value part of the default state's text, or its number or boolean
 * @param segment lists the features with an override for it first, as does {@code identity}
 */
record FeatureQuery(
        String search,
        boolean byName,
        boolean descending,
        @Nullable Set<Integer> tags,
        boolean anyTag,
        @Nullable Boolean archived,
        @Nullable FeatureType type,
        Set<Integer> owners,
        Set<Integer> groupOwners,
        @Nullable Integer environment,
        @Nullable Boolean enabled,
        @Nullable String value,
        @Nullable Integer segment,
        @Nullable Integer identity,
        @Nullable Stage stage) {

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    static FeatureQuery of(Form form) {
        var owners = numbers(form, "owners", QueryTexts.OWNER_IDS);
        var groups = numbers(form, "group_owners", QueryTexts.GROUP_OWNER_IDS);
        var query = new FeatureQuery(
                Optional.ofNullable(text(form, "search")).orElse("").toLowerCase(Locale.ROOT),
                form.choice("sort_field", List.of("created_date", "name"), "created_date")
                        .equals("name"),
                form.choice("sort_direction", List.of("ASC", "DESC"), "ASC").equals("DESC"),
                form.has("tags") ? numbers(form, "tags", QueryTexts.TAG_IDS) : null,
                form.choice("tag_strategy", List.of("INTERSECTION", "UNION"), "INTERSECTION")
                        .equals("UNION"),
                form.boolOrNull("is_archived", null),
                choice(form, "type", FeatureType.class),
                owners,
                groups,
                form.integerOrNull("environment", null),
                form.boolOrNull("is_enabled", null),
                text(form, "value_search"),
                form.integerOrNull("segment", null),
                identity(form),
                choice(form, "lifecycle_stage", Stage.class));
        form.validate();
        if (query.environment == null && (query.enabled != null || query.value != null)) {
            throw InvalidInput.list(QueryTexts.ENVIRONMENT_REQUIRED);
        }
        return query;
    }

    private static @Nullable String text(Form form, String field) {
        var text = form.textOrNull(field, ANY_LENGTH, null);
        return text == null || text.isEmpty() ? null : text;
    }

    /** The API's feature types are in upper case, its lifecycle stages in lower case. */
    private static <E extends Enum<E>> @Nullable E choice(Form form, String field, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(FeatureQuery::wireName, constant -> constant));
        var name = form.choiceOrNull(field, names.keySet(), null);
        return name == null ? null : names.get(name);
    }

    private static String wireName(Enum<?> constant) {
        return constant instanceof Stage stage ? stage.wireName() : constant.name();
    }

    private static Set<Integer> numbers(Form form, String field, String problem) {
        var sent = form.raw(field).asString("").strip();
        if (sent.isEmpty()) {
            return Set.of();
        }
        var parts = Stream.of(sent.split(",", -1)).map(String::strip).toList();
        if (!parts.stream().allMatch(part -> part.matches("[+-]?[0-9]{1,9}"))) {
            form.reject(field, problem);
            return Set.of();
        }
        return parts.stream().map(Integer::valueOf).collect(Collectors.toSet());
    }

    /** A number outside of the range of ids is the id of no identity. */
    private static @Nullable Integer identity(Form form) {
        var text = text(form, "identity");
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]+")) {
            form.reject("identity", QueryTexts.INTEGER_ID);
        }
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : Integer.valueOf(0);
    }
}
