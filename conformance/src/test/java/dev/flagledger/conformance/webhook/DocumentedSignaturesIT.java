package dev.flagledger.conformance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.conformance.Programs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The code of {@code docs/webhooks.md} that verifies signatures, cut out of the page and run. The signatures are those of Python's
 * {@code hmac} and of the library {@code standardwebhooks} 1.1.
 */
class DocumentedSignaturesIT {

    private static final String BODY =
            "{\"data\": {\"changed_by\": \"ana@example.test\", \"new_state\": null, \"timestamp\": \"2031-05-06T07:08:09.000010Z\"},"
                    + " \"event_type\": \"FLAG_UPDATED\"}";
    private static final String HEX = "9f4460196b3f19505cd22bb084a0b4ce54b74b06d3ca8f2edd4484c9a2eb69f4";
    private static final String ENCODED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BY_TEXT = "v1,6MAh6fh40sBak0/dWmMfSFuLynO2AxAZHqYo7geNEB0=";
    private static final String BY_ENCODED = "v1,M7kNjUbPri23YhKydFg/+V0MipPBiMsgCuHbtaUOuT4=";

    private final List<String> cases = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void theDocumentedCodeAcceptsWhatIsGenuineAlone(Snippet snippet) {
        Programs.need(
                snippet.runs(), "The documented code in " + snippet + " is not tried: the machine does not have it.");
        flagsmith();
        standard();

        assertThat(snippet.answers(cases)).isEqualTo(expected);
    }

    private void flagsmith() {
        check(true, BODY, "s3cret", "", "", HEX);
        check(true, "{}", "clé", "", "", "601f34a13f988e6e9f3a8069cc08856e777dd3fbb72f8fe98b9dc72c91b76269");
        check(false, BODY + " ", "s3cret", "", "", HEX);
        check(false, BODY, "s3cret ", "", "", HEX);
        check(false, BODY, "s3cret", "", "", HEX.replace('9', '8'));
        check(false, BODY, "s3cret", "", "", HEX.substring(1));
        check(false, BODY, "s3cret", "", "", "é");
        check(false, BODY, "s3cret", "", "", "");
    }

    private void standard() {
        check(true, BODY, "s3cret", "41-7-0", "1935817689", BY_TEXT);
        check(true, BODY, ENCODED, "41-7-0", "1935817689", BY_ENCODED);
        check(true, BODY, ENCODED, "41-7-0", "1935817689", "v1a,x " + BY_TEXT + " " + BY_ENCODED);
        check(
                true,
                "{\"test\": 2432232314}",
                ENCODED,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        check(false, BODY.replace("null", "true"), ENCODED, "41-7-0", "1935817689", BY_ENCODED);
        check(false, BODY, ENCODED, "41-7-1", "1935817689", BY_ENCODED);
        check(false, BODY, ENCODED, "41-7-0", "1935817690", BY_ENCODED);
        check(false, BODY, ENCODED, "41-7-0", "1935817689", BY_TEXT);
        check(false, BODY, ENCODED, "41-7-0", "1935817689", BY_ENCODED.replace("v1,", "v2,"));
        check(false, BODY, ENCODED, "41-7-0", "1935817689", BY_ENCODED.substring(0, 20));
        check(false, BODY, ENCODED, "41-7-0", "1935817689", "");
    }

    private void check(boolean genuine, String... parts) {
        cases.add(String.join("\t", parts));
        expected.add(Boolean.toString(genuine));
    }
}
