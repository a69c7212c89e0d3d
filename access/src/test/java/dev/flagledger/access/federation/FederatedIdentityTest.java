package dev.flagledger.access.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FederatedIdentityTest {

    @Test
    void namesAreMadeFit() {
        assertThat(named(" Ana ").shortFirstName()).isEqualTo("Ana");
        assertThat(named("A\0n\na\ud800").shortFirstName()).isEqualTo("Ana");
        assertThat(named("\ud83d\ude00".repeat(151)).shortFirstName()).isEqualTo("\ud83d\ude00".repeat(150));
        assertThat(named("").shortFirstName()).isEmpty();
    }

    @Test
    void providersHaveLastingNames() {
        assertThat(FederatedProvider.GOOGLE.key()).isEqualTo("google");
        assertThat(new FederatedProvider(FederatedProvider.Kind.OIDC, 3).key()).isEqualTo("oidc-3");
    }

    private static FederatedIdentity named(String firstName) {
        return new FederatedIdentity(FederatedProvider.GOOGLE, "1", null, false, firstName, "", null);
    }
}
