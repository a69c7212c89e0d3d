package dev.flagledger.contract.error.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Claim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTakenTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EMAIL            | email            | Email already exists. Please log in.
        PROJECT_NAME     | non_field_errors | A project with this name already exists.
        ENVIRONMENT_NAME | non_field_errors | An environment with this name already exists.
        ENVIRONMENT_KEY  | api_key          | environment with this api key already exists.
        IDENTIFIER       | identifier       | Identity with this identifier already exists in this environment
        TRUST            | non_field_errors | The fields issuer, audience must make a unique set.
        METADATA_FIELD   | name             | A metadata field with this name already exists.
        MAIL_DOMAIN      | name             | This domain belongs to another organisation.
        OIDC_PROVIDER    | name             | An identity provider with this name already exists.
        FEATURE_NAME     | name             | Feature with that name already exists for this project. Note that feature names are case insensitive.
        """)
    void eachKindOfNameHasItsFieldAndText(Claim.Kind kind, String field, String text) {
        assertThat(NameTakenTexts.body(kind)).isEqualTo(Map.of(field, List.of(text)));
    }
}
