package dev.flagledger.access.saml.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** It is noon, and clocks may differ by a minute. */
class ConfirmationTest {

    private static final String HERE = "https://flags.example.test/acs/";
    private static final String ELSEWHERE = "https://other.example.test/acs/";
    private static final Times NOON = new Times(Instant.parse("2031-05-06T12:00:00Z"), Duration.ofMinutes(1));

    @Test
    void whoeverBringsItHereInTimeIsTheSubject() throws Exception {
        var read = Confirmation.of(
                assertion(confirmation("bearer", HERE, "NotOnOrAfter='2031-05-06T12:05:00Z' InResponseTo='_7'")),
                HERE,
                NOON);

        assertThat(read).isEqualTo(new Confirmation(Instant.parse("2031-05-06T12:05:00Z"), "_7"));
    }

    /** A time without zone is in UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NotOnOrAfter='2031-05-06T11:59:01Z'                                  | true
            NotOnOrAfter='2031-05-06T11:59:00Z'                                  | false
            NotOnOrAfter='2031-05-06T11:59:01'                                   | true
            NotOnOrAfter='2031-05-06T13:59:00+02:00'                             | false
            NotOnOrAfter='2031-05-06T12:05:00Z' NotBefore='2031-05-06T12:01:00Z' | true
            NotOnOrAfter='2031-05-06T12:05:00Z' NotBefore='2031-05-06T12:01:01Z' | false
            InResponseTo='_7'                                                    | false
            """)
    void itHoldsForATimeOnly(String times, boolean holds) throws Exception {
        var assertion = assertion(confirmation("bearer", HERE, times));

        if (holds) {
            assertThat(Confirmation.of(assertion, HERE, NOON).inResponseTo()).isNull();
        } else {
            assertRejected(assertion, Reason.EXPIRED);
        }
    }

    @Test
    void itIsForOneRecipientAndForWhoeverBearsIt() throws Exception {
        var times = "NotOnOrAfter='2031-05-06T12:05:00Z'";

        assertRejected(assertion(confirmation("bearer", ELSEWHERE, times)), Reason.RECIPIENT);
        assertRejected(assertion(confirmation("holder-of-key", HERE, times)), Reason.RECIPIENT);
        assertRejected(assertion(""), Reason.RECIPIENT);
    }

    @Test
    void oneOfSeveralSuffices() throws Exception {
        var assertion = assertion(confirmation("bearer", ELSEWHERE, "NotOnOrAfter='2031-05-06T12:05:00Z'")
                + confirmation("bearer", HERE, "NotOnOrAfter='2031-05-06T10:00:00Z'")
                + confirmation("bearer", HERE, "NotOnOrAfter='2031-05-06T12:03:00Z'"));

        assertThat(Confirmation.of(assertion, HERE, NOON).until()).isEqualTo(Instant.parse("2031-05-06T12:03:00Z"));
    }

    @Test
    void aTimeThatIsNoneIsMalformed() throws Exception {
        assertRejected(assertion(confirmation("bearer", HERE, "NotOnOrAfter='tomorrow'")), Reason.MALFORMED);
    }

    private static void assertRejected(Assertion assertion, Reason reason) {
        assertThatThrownBy(() -> Confirmation.of(assertion, HERE, NOON))
                .isInstanceOfSatisfying(
                        SamlRejectedException.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    private static String confirmation(String method, String recipient, String more) {
        return "<SubjectConfirmation Method='urn:oasis:names:tc:SAML:2.0:cm:" + method
                + "'><SubjectConfirmationData Recipient='" + recipient + "' " + more + "/></SubjectConfirmation>";
    }

    private static Assertion assertion(String confirmations) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = "<Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion'><Subject>" + confirmations
                + "</Subject></Assertion>";
        return new Assertion(factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement());
    }
}
