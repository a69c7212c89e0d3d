package dev.flagledger.access.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.TestAccounts;
import dev.flagledger.testing.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoginCodesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final FederatedIdentity ANA = new FederatedIdentity(
            new FederatedProvider(FederatedProvider.Kind.SAML, 3),
            "4711",
            "ana@acme.test",
            true,
            "Ana",
            "L\u00f3pez",
            Set.of("engineers"));
    private static final FederatedIdentity NOBODY =
            new FederatedIdentity(FederatedProvider.GOOGLE, "1", null, false, "", "", null);

    private final LoginCodes codes = new LoginCodes(JDBC, TestAccounts.key(DATABASE));

    @Test
    void aCodeIsGoodOnce() {
        var code = codes.issue(ANA, null);

        assertThat(codes.redeem(code, null)).hasValue(ANA);
        assertThat(codes.redeem(code, null)).isEmpty();
    }

    @Test
    void aCodeOfABrowserIsGoodThereOnly() {
        assertThat(codes.redeem(codes.issue(ANA, "b1"), "b1")).hasValue(ANA);
        assertThat(codes.redeem(codes.issue(ANA, "b1"), "b2")).isEmpty();
        assertThat(codes.redeem(codes.issue(ANA, "b1"), null)).isEmpty();
        assertThat(codes.redeem(codes.issue(ANA, null), "b1")).hasValue(ANA);
    }

    @Test
    void whatIsMissingStaysSo() {
        assertThat(codes.redeem(codes.issue(NOBODY, null), null)).hasValue(NOBODY);
    }

    @Test
    void anUnknownCodeIsNotGood() {
        assertThat(codes.redeem("", null)).isEmpty();
        assertThat(codes.redeem("x\0\ud800", null)).isEmpty();
    }

    @Test
    void anExpiredCodeIsNotGood() {
        var code = codes.issue(ANA, null);
        JDBC.sql("update access.login_code set expires_at = now()").update();

        assertThat(codes.redeem(code, null)).isEmpty();
    }

    @Test
    void neitherCodesNorPeopleAreStoredInClear() {
        var code = codes.issue(ANA, null);

        assertThat(JDBC.sql("select encode(digest, 'escape') || encode(sealed, 'escape') from access.login_code")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(code) || row.contains("ana@acme.test"));
    }
}
