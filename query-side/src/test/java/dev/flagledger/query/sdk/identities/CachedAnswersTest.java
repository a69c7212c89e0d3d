package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.TestFlags;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class CachedAnswersTest {

    private static final SdkSettings SETTINGS =
            new SdkSettings(new SdkSettings.Sdk(false), new SdkSettings.Identities(SdkSettings.Unrecorded.ANSWER));

    private final JsonMapper json = JsonMapper.builder().build();
    private final IdentityCache cache =
            new IdentityCache(new IdentityReader(new JdbcTemplate()), new IdentityChanges());
    private final PreparedEnvironments environments = new PreparedEnvironments(json, cache, SETTINGS);
    private final IdentityResponder answers = new IdentityResponder(
            environments, TestFlags.prepared(json), cache, new TestEvaluations().in(environments), json);
    private final History history = Shop.withBasket();
    private final CachedIdentity identity = identity();

    @Test
    void anUnchangedIdentityInAnUnchangedEnvironmentHasACachedResponse() {
        var first = answer(ResolvedIdentity.recorded(identity));

        assertThat(answer(ResolvedIdentity.recorded(identity))).isSameAs(first);
    }

    @Test
    void anotherLookUpOfTheIdentityHasANewResponse() {
        var first = answer(ResolvedIdentity.recorded(identity));

        assertThat(answer(ResolvedIdentity.recorded(identity()))).isNotSameAs(first);
    }

    @Test
    void aChangeOfTheEnvironmentIsInTheNextResponse() {
        var first = answer(ResolvedIdentity.recorded(identity));

        history.then(Shop.set(true, FeatureValue.of("red")));

        var next = answer(ResolvedIdentity.recorded(identity));
        assertThat(text(next)).contains("\"red\"").hasSize(next.length());
        assertThat(text(first)).doesNotContain("\"red\"");
    }

    @Test
    void responsesWithTransientTraitsAreNotCached() {
        var isTransient = new TraitInput(null, "plan", Trait.Type.UNICODE, "pro", true);
        answer(ResolvedIdentity.recorded(identity));

        assertThat(text(answer(ResolvedIdentity.recorded(identity).with(List.of(isTransient)))))
                .contains("\"plan\"");
        assertThat(text(answer(ResolvedIdentity.recorded(identity)))).doesNotContain("\"plan\"");
    }

    private static CachedIdentity identity() {
        return new CachedIdentity(new IdentityState(Shop.LIVE, Shop.USER_88, "user-88", 0, List.of()), 0);
    }

    private IdentityResponse answer(ResolvedIdentity identity) {
        var installation = history.state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return answers.respond(
                new SdkRequest(installation, project, project.environment(Shop.LIVE), Audience.CLIENT), identity);
    }

    private static String text(IdentityResponse answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
