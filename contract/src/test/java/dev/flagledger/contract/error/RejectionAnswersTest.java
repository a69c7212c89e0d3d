package dev.flagledger.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejection;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** In what form, and with what status, clients are told of each kind of rejection. */
class RejectionAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> rejections() {
        return Stream.of(
                Arguments.of(
                        new Rejection.Taken(Claim.Kind.EMAIL),
                        400,
                        "{\"email\":[\"Email already exists. Please log in.\"]}"),
                Arguments.of(new Rejection.Missing("Tag"), 404, "{\"detail\":\"No Tag matches the given query.\"}"),
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
                Arguments.of(new Rejection.Invalid("key", "Not this."), 400, "{\"key\":[\"Not this.\"]}"),
                Arguments.of(new Rejection.Full("project", "No more."), 400, "{\"project\":\"No more.\"}"),
                Arguments.of(
                        new Rejection.Unfit(Rejection.Unfit.Cause.LIVE),
                        400,
                        "{\"detail\":\"Cannot delete a live version.\"}"),
                Arguments.of(
                        new Rejection.Conflict("beta", true),
                        400,
                        "{\"message\":\"An unresolvable conflict occurred: segment override already exists for segment"
                                + " 'beta'\"}"),
                Arguments.of(new Rejection.Refused("Not so."), 400, "[\"Not so.\"]"),
                Arguments.of(
                        new Rejection.Withheld(),
                        503,
                        "{\"detail\":\"This project is withheld: something that happened to it is not understood by this"
                                + " server.\"}"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void eachHasItsForm(Rejection rejection, int status, String body) {
        var answer = RejectionAnswers.of(rejection);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(JSON.writeValueAsString(answer.getBody())).isEqualTo(body);
    }
}
