package dev.flagledger.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejection;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Statuses and bodies of the responses to rejections. */
class RejectionResponsesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> rejections() {
        return Stream.of(
                Arguments.of(
                        new Rejection.Taken(Claim.Kind.EMAIL),
                        400,
                        "{\"email\":[\"Email already exists. Please log in.\"]}"),
                Arguments.of(
                        new Rejection.Taken(Claim.Kind.INVITE),
                        400,
                        "{\"email\":[\"Invite for this email already exists\"]}"),
                Arguments.of(new Rejection.Missing("Tag"), 404, "{\"detail\":\"No Tag matches the given query.\"}"),
                Arguments.of(new Rejection.Restored(), 409, "{\"detail\":\"This event cannot be undone.\"}"),
                Arguments.of(
                        new Rejection.Forbidden(),
                        403,
                        "{\"detail\":\"You do not have permission to perform this action.\"}"),
                Arguments.of(
                        new Rejection.Unprivileged(),
                        403,
                        "{\"detail\":\"User does not have sufficient privileges to perform this action\"}"),
                Arguments.of(
                        new Rejection.Overridden(),
                        400,
                        "[\"['Feature state already exists for this environment, feature, version, segment & identity"
                                + " combination']\"]"),
                Arguments.of(
                        new Rejection.ForeignSegment(8),
                        400,
                        "{\"feature\":[\"Can only create segment override(using this segment) for feature 8\"]}"),
                Arguments.of(
                        new Rejection.Unfit(Rejection.Unfit.Cause.LIVE),
                        400,
                        "{\"detail\":\"Cannot delete a live version.\"}"),
                Arguments.of(
                        new Rejection.Conflict("beta", true),
                        400,
                        "{\"message\":\"An unresolvable conflict occurred: segment override already exists for segment"
                                + " 'beta'\"}"),
                Arguments.of(
                        new Rejection.Pruned(),
                        410,
                        "{\"detail\":\"The organisation does not keep events from then any more.\"}"),
                Arguments.of(
                        new Rejection.Withheld(),
                        503,
                        "{\"detail\":\"This project is withheld: something that happened to it is not understood by"
                                + " this server.\"}"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void eachRejectionHasItsStatusAndBody(Rejection rejection, int status, String body) {
        var answer = RejectionResponses.of(rejection);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(JSON.writeValueAsString(answer.getBody())).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LAST_SUPERUSER     | {"user":["The user is the last superuser. Make somebody else one before."]}
        LAST_ADMIN         | {"user":["The user is the last admin of an organisation. Make somebody else one, or delete the organisation, before."]}
        INVITED_ADDRESS    | {"detail":"Registered email does not match invited email"}
        INVITE_EXPIRED     | {"detail":"Invite has expired"}
        LAST_OWNER         | ["This project requires at least one owner or group owner per feature."]
        OPTION_PERCENTAGES | {"default_percentage_allocation":["Invalid percentage allocation"]}
        OPTION_KEY         | {"key":["Multivariate option with this key already exists for the feature."]}
        FIELD_ATTACHMENT   | {"non_field_errors":["The fields field, content_type must make a unique set."]}
        HEALTH_PROVIDER    | {"name":["Feature health provider with this name already exists."]}
        ROLE_GRANT         | {"non_field_errors":["The role has permissions on this object already."]}
        ROLE_HOLDER        | {"non_field_errors":["The role is held already."]}
        DOMAIN_LISTED      | {"name":["This domain is listed already."]}
        DOMAIN_UNPROVEN    | {"domains":["Prove that your organisation owns this domain before."]}
        DOMAIN_NAMED       | {"detail":"The login policy names this domain. Change the policy before."}
        TRAIT_KEY          | {"non_field_errors":["The fields trait_key, identity must make a unique set."]}
        TRAIT_TYPE         | ["Trait is not an integer."]
        TRAIT_RANGE        | ["Trait would be out of range."]
        """)
    void aBrokenRuleHasItsText(Rejection.Invalid.Rule rule, String body) {
        eachRejectionHasItsStatusAndBody(new Rejection.Invalid(rule), 400, body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FEATURES          | {"project":"The Project has reached the maximum allowed features limit."}
        SEGMENTS          | {"project":["The project has reached the maximum allowed segments limit."]}
        SEGMENT_OVERRIDES | {"environment":"The environment has reached the maximum allowed segments overrides limit."}
        MAIL_DOMAINS      | {"non_field_errors":["An organisation has no more than 100 domains."]}
        """)
    void aLimitHasItsText(Rejection.Full.Limit limit, String body) {
        eachRejectionHasItsStatusAndBody(new Rejection.Full(limit), 400, body);
    }
}
