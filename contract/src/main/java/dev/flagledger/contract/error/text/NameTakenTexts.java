package dev.flagledger.contract.error.text;

import dev.flagledger.api.Claim;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.error.text.access.UserTexts;
import java.util.List;
import java.util.Map;

/** Response bodies for names that are in use. The text and its field depend on the kind of name. */
public final class NameTakenTexts {

    private NameTakenTexts() {}

    /** Returns a map of fields, or a list in the shape of some older routes. */
    public static Object body(Claim.Kind what) {
        return switch (what) {
            case EMAIL -> Map.of("email", List.of("Email already exists. Please log in."));
            case FIRST_USER -> Map.of("superuser", List.of(UserTexts.SUPERUSER_EXISTS));
            case PROJECT_NAME ->
                Map.of(FieldTexts.NON_FIELD_ERRORS, List.of("A project with this name already exists."));
            case ENVIRONMENT_NAME ->
                Map.of(FieldTexts.NON_FIELD_ERRORS, List.of("An environment with this name already exists."));
            case ENVIRONMENT_KEY -> Map.of("api_key", List.of("environment with this api key already exists."));
            case IDENTIFIER ->
                Map.of("identifier", List.of("Identity with this identifier already exists in this environment"));
            case INVITE -> Map.of("email", List.of("Invite for this email already exists"));
            case IDENTITY_WEBHOOK -> List.of("WebhookConfiguration for environment already exist.");
            case METADATA_FIELD -> Map.of("name", List.of("A metadata field with this name already exists."));
            case TRUST ->
                Map.of(FieldTexts.NON_FIELD_ERRORS, List.of("The fields issuer, audience must make a unique set."));
            case SAML_CONFIGURATION -> Map.of("name", List.of("saml configuration with this name already exists."));
            case MAIL_DOMAIN -> Map.of("name", List.of(LoginRuleTexts.DOMAIN_TAKEN));
            case OIDC_PROVIDER -> Map.of("name", List.of("An identity provider with this name already exists."));
            case FEATURE_NAME ->
                Map.of(
                        "name",
                        List.of("Feature with that name already exists for this project."
                                + " Note that feature names are case insensitive."));
        };
    }
}
