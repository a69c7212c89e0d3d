package dev.flagledger.contract.error.text;

import dev.flagledger.api.Rejection;
import java.util.List;
import java.util.Map;

/** Response bodies for commands that break a rule or exceed a limit. The shape depends on the rule. */
public final class RuleTexts {

    private static final String WHOLE = "non_field_errors";

    private RuleTexts() {}

    public static Object body(Rejection.Invalid.Rule rule) {
        return switch (rule) {
            case LAST_ADMIN ->
                field(
                        "user",
                        "The user is the last admin of an organisation. Make somebody else one, or delete the"
                                + " organisation, before.");
            case LAST_OWNER -> List.of("This project requires at least one owner or group owner per feature.");
            case OPTION_PERCENTAGES -> field("default_percentage_allocation", "Invalid percentage allocation");
            case OPTION_KEY -> field("key", "Multivariate option with this key already exists for the feature.");
            case FIELD_ATTACHMENT -> field(WHOLE, "The fields field, content_type must make a unique set.");
            case HEALTH_PROVIDER -> field("name", "Feature health provider with this name already exists.");
            case TRAIT_KEY -> field(WHOLE, "The fields trait_key, identity must make a unique set.");
            case TRAIT_TYPE -> List.of("Trait is not an integer.");
            case TRAIT_RANGE -> List.of("Trait would be out of range.");
        };
    }

    public static Object body(Rejection.Full.Limit limit) {
        return switch (limit) {
            case FEATURES -> Map.of("project", "The Project has reached the maximum allowed features limit.");
            case SEGMENTS -> field("project", "The project has reached the maximum allowed segments limit.");
            case SEGMENT_OVERRIDES -> Map.of("environment", OverrideTexts.FULL);
        };
    }

    private static Map<String, List<String>> field(String name, String problem) {
        return Map.of(name, List.of(problem));
    }
}
