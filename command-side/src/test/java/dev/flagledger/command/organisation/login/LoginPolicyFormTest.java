package dev.flagledger.command.organisation.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginPolicy.Domain;
import dev.flagledger.engine.state.organisation.login.LoginRules;
import dev.flagledger.engine.state.organisation.login.MailDomains;
import dev.flagledger.testing.Forms;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginPolicyFormTest {

    private static final LoginPolicy CURRENT = new LoginPolicy(
            List.of(LoginMethod.EMAIL),
            List.of(new Domain("example.test", List.of(LoginMethod.SAML))),
            List.of(LoginMethod.SAML));
    private static final LoginRules RULES = new LoginRules(CURRENT, owned());

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(read("{}")).isEqualTo(CURRENT);
        assertThat(read("{'methods': [], 'domains': [], 'without_code': []}")).isEqualTo(LoginPolicy.OPEN);
    }

    @Test
    void methodsAreSortedAndListedOnce() {
        assertThat(read("{'methods': ['SAML', 'EMAIL', 'SAML']}").methods())
                .containsExactly(LoginMethod.EMAIL, LoginMethod.SAML);
    }

    /** Addresses are compared in lower case. */
    @Test
    void domainsAreInLowerCase() {
        assertThat(read("{'domains': [{'name': 'Mail.Example.Test', 'methods': ['OIDC']}, {'name': 'b.test'}]}")
                        .domains())
                .containsExactly(
                        new Domain("mail.example.test", List.of(LoginMethod.OIDC)), new Domain("b.test", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"localhost", "-a.test", "a-.test", "a..test", "a.test.", "ann@a.test", "*.a.test", "a b.test"})
    void aDomainHasTheFormOfOne(String name) {
        assertThat(problems("{'domains': [{'name': '" + name + "'}]}")).contains("Enter a valid domain.");
    }

    @Test
    void aDomainIsListedOnce() {
        assertThat(problems("{'domains': [{'name': 'a.test'}, {'name': 'A.test'}]}"))
                .contains("This domain is listed already.");
    }

    /** But one that the policy names may remain. */
    @Test
    void aDomainIsProven() {
        assertThat(problems("{'domains': [{'name': 'example.test'}]}")).isEqualTo("{}");
        assertThat(problems("{'domains': [{'name': 'said.test'}]}")).contains("Prove that your organisation owns this");
        assertThat(problems("{'domains': [{'name': 'sub.b.test'}]}"))
                .contains("Prove that your organisation owns this");
    }

    @Test
    void thereAreAHundredDomainsAtMost() {
        assertThat(problems(domains(100))).isEqualTo("{}");
        assertThat(problems(domains(101))).isEqualTo("{domains=[Ensure this field has no more than 100 elements.]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        {'methods': ['PIGEON']}      ; {methods=["PIGEON" is not a valid choice.]}
        {'without_code': ['PIGEON']} ; {without_code=["PIGEON" is not a valid choice.]}
        {'methods': 'EMAIL'}         ; {methods=[Expected a list of items but got type "str".]}
        """)
    void wrongMethodsAreReported(String sent, String problems) {
        assertThat(problems(sent)).isEqualTo(problems);
    }

    private static MailDomains owned() {
        var names = Stream.concat(
                        IntStream.range(0, 100).mapToObj(number -> "d" + number + ".test"),
                        Stream.of("mail.example.test", "a.test", "b.test"))
                .toList();
        var domains = MailDomains.NONE.with(names.size(), "said.test");
        for (int id = 0; id < names.size(); id++) {
            domains = domains.with(id, names.get(id)).proven(id, DomainProof.DNS, Instant.EPOCH);
        }
        return domains;
    }

    private static String domains(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{'name': 'd" + number + ".test'}")
                .collect(Collectors.joining(",", "{'domains': [", "]}"));
    }

    private static String problems(String sent) {
        var form = Forms.of(sent);
        LoginPolicyForm.read(form, RULES);
        return Forms.problems(form);
    }

    private static LoginPolicy read(String sent) {
        return LoginPolicyForm.read(Forms.of(sent), RULES);
    }
}
