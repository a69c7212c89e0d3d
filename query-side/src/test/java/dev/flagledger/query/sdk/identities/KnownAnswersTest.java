package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.view.Audience;
import dev.flagledger.platform.identity.CurrentIdentity;
import dev.flagledger.query.sdk.flags.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KnownAnswersTest {

    private static final SdkSettings SETTINGS =
            new SdkSettings(new SdkSettings.Sdk(false), new SdkSettings.Identities(SdkSettings.Unrecorded.ANSWER));

    private final JsonMapper json = JsonMapper.builder().build();
    private final KnownAnswers known = new KnownAnswers();
    private final IdentityAnswer answers =
            new IdentityAnswer(new PreparedEnvironments(json, known, SETTINGS), known, json);
    private final History history = Shop.withBasket();
    private final CurrentIdentity identity = identity();

    @Test
    void theSameIdentityInTheSameEnvironmentIsAnsweredTheSame() {
        var first = answer(Met.known(identity));

        assertThat(answer(Met.known(identity))).isSameAs(first);
    }

    @Test
    void anIdentityThatWasLookedUpAnewIsAnsweredAnew() {
        var first = answer(Met.known(identity));

        assertThat(answer(Met.known(identity()))).isNotSameAs(first);
    }

    @Test
    void aChangeOfTheEnvironmentIsInTheNextAnswer() throws IOException {
        var first = answer(Met.known(identity));

        history.then(Shop.set(true, FeatureValue.of("red")));

        var next = answer(Met.known(identity));
        assertThat(text(next)).contains("\"red\"").hasSize(next.length());
        assertThat(text(first)).doesNotContain("\"red\"");
    }

    @Test
    void whatIsSaidInPassingIsNotRemembered() throws IOException {
        var passing = new SaidTrait(null, "plan", Trait.Type.UNICODE, "pro", true);
        answer(Met.known(identity));

        assertThat(text(answer(Met.known(identity).with(List.of(passing))))).contains("\"plan\"");
        assertThat(text(answer(Met.known(identity)))).doesNotContain("\"plan\"");
    }

    private static CurrentIdentity identity() {
        return new CurrentIdentity(Shop.USER_88, "user-88", List.of());
    }

    private WholeAnswer answer(Met met) {
        var installation = history.state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return answers.whole(new Visitor(installation, project, project.environment(Shop.LIVE), Audience.CLIENT), met);
    }

    private static String text(WholeAnswer answer) throws IOException {
        var out = new ByteArrayOutputStream();
        answer.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
