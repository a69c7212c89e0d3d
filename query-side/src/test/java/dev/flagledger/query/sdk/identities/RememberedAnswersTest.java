package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.integration.EvaluationPayload.TraitOfIdentity;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.TestFlags;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import tools.jackson.databind.json.JsonMapper;

/** Responses that are given without a look-up. */
class RememberedAnswersTest {

    private static final SdkSettings SETTINGS =
            new SdkSettings(new SdkSettings.Sdk(false), new SdkSettings.Identities(SdkSettings.Unrecorded.ANSWER));
    private static final TraitInput PRO = new TraitInput(null, "plan", Trait.Type.UNICODE, "pro", false);
    private static final IdentityState USER = new IdentityState(
            Shop.LIVE, Shop.USER_88, "user-88", 0, List.of(new Trait(7, "plan", Trait.Type.UNICODE, "pro")));

    private final JsonMapper json = JsonMapper.builder().build();
    private final IdentityCache cache = new IdentityCache(new IdentityReader(new OneIdentity()), new IdentityChanges());
    private final PreparedEnvironments environments = new PreparedEnvironments(json, cache, SETTINGS);
    private final TestEvaluations receivers = new TestEvaluations();
    private final IdentityResponder answers =
            new IdentityResponder(environments, TestFlags.prepared(json), cache, receivers.in(environments), json);
    private final History history = Shop.withBasket();

    /** A database with one identity. */
    private static final class OneIdentity extends JdbcTemplate {

        @Override
        @SuppressWarnings("unchecked") // What the reader asks for.
        public <T> T query(String sql, @Nullable PreparedStatementSetter setter, ResultSetExtractor<T> extractor) {
            return (T) List.of(Optional.of(USER));
        }
    }

    static Stream<IdentityRequest> repeated() {
        return Stream.of(reported(), reported(PRO), reported(new TraitInput(null, "none", null, null, false)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aRequestWithoutNewTraitsGetsTheCachedResponse(IdentityRequest reported) {
        var first = answer(Audience.CLIENT);

        assertThat(remembered(Audience.CLIENT, reported)).isSameAs(first);
    }

    static Stream<IdentityRequest> changedReports() {
        return Stream.of(
                reported(new TraitInput(null, "plan", Trait.Type.UNICODE, "free", false)),
                reported(new TraitInput(null, "plan", null, null, false)),
                reported(PRO, new TraitInput(null, "age", Trait.Type.INT, "42", false)),
                reported(PRO.asTransient()),
                new IdentityRequest("user-88", true, List.of()),
                new IdentityRequest("user-89", false, List.of()),
                new IdentityRequest(null, false, List.of()));
    }

    @ParameterizedTest
    @MethodSource("changedReports")
    void aRequestWithNewTraitsDoesNot(IdentityRequest reported) {
        answer(Audience.SERVER);

        assertThat(remembered(Audience.SERVER, reported)).isNull();
    }

    @Test
    void eachAudienceHasItsOwnResponse() {
        answer(Audience.SERVER);
        assertThat(remembered(Audience.CLIENT, reported())).isNull();

        var forClients = answer(Audience.CLIENT);

        assertThat(remembered(Audience.CLIENT, reported())).isSameAs(forClients);
    }

    static Stream<LedgerEvent> changes() {
        return Stream.of(
                Shop.set(true, FeatureValue.of("red")),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", null, true)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedEnvironmentHasToBePreparedFirst(LedgerEvent change) {
        answer(Audience.CLIENT);

        history.then(change);

        assertThat(remembered(Audience.CLIENT, reported())).isNull();
        var next = answer(Audience.CLIENT);
        assertThat(remembered(Audience.CLIENT, reported())).isSameAs(next);
    }

    @Test
    void eachAnswerIsToldToTheReceiverIfThereIsOne() {
        answer(Audience.CLIENT);
        remembered(Audience.CLIENT, reported());
        assertThat(receivers.told).as("without a receiver").isEmpty();

        var owner = WebhookOwner.identities(Shop.LIVE);
        history.then(new WebhookAdded(43, owner, WebhookSettings.of("https://ex.test/", true)));
        remembered(Audience.CLIENT, reported());
        answer(Audience.CLIENT);
        remembered(Audience.SERVER, reported(PRO.asTransient()));

        assertThat(receivers.told).containsExactly("43 user-88", "43 user-88");
        assertThat(receivers.payloads.getFirst()).isEqualTo(receivers.payloads.getLast());
        assertThat(receivers.payloads.getFirst().evaluatedAt()).isEqualTo("2031-05-06T07:08:09.100000Z");
        assertThat(receivers.payloads.getFirst().traits()).containsExactly(new TraitOfIdentity(7, "plan", "pro"));
        assertThat(receivers.payloads.getFirst().flags()).isNotEmpty();
    }

    private static IdentityRequest reported(TraitInput... traits) {
        return new IdentityRequest("user-88", false, List.of(traits));
    }

    private @Nullable IdentityResponse remembered(Audience audience, IdentityRequest reported) {
        return answers.remembered(sdk(audience), reported);
    }

    /** Returns the response of the servlet, which looks up the identity. */
    private IdentityResponse answer(Audience audience) {
        var identity = cache.lookUp(Shop.LIVE, "user-88").orElseThrow();
        return answers.respond(sdk(audience), ResolvedIdentity.recorded(identity));
    }

    private SdkRequest sdk(Audience audience) {
        var installation = history.state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(installation, project, project.environment(Shop.LIVE), audience);
    }
}
