package dev.flagledger.query.sdk.paths;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.view.flag.FlagView;
import dev.flagledger.contract.view.identity.TraitResponse;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.Evaluations;
import dev.flagledger.query.sdk.identities.IdentityResolver;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.registry.SdkCaller;
import dev.flagledger.query.sdk.identities.request.TraitForm;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An identity with its flags, traits and segments, and one of its traits, as the oldest SDKs request them. */
final class IdentityPathsServlet extends ApplicationServlet {

    private static final Pattern TRAIT = pattern("/([-\\w@%.]{1,2000})/traits/([-\\w.]{1,200})/?");
    private static final Pattern IDENTITY = pattern("/([-\\w@%.]{1,2000})/.*");

    private final transient IdentityResolver resolver;
    private final transient PreparedEnvironments environments;
    private final transient Evaluations evaluations;
    private final transient IdentityRegistrar registrar;
    private final transient BodyReader bodies;

    IdentityPathsServlet(
            EnvironmentKeyAuthenticator authenticator,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations,
            IdentityRegistrar registrar,
            BodyReader bodies) {
        super(authenticator);
        this.resolver = resolver;
        this.environments = environments;
        this.evaluations = evaluations;
        this.registrar = registrar;
        this.bodies = bodies;
    }

    /** The flags, traits and segments of an identity. */
    record FullIdentity(List<FlagView> flags, List<TraitResponse> traits, List<SegmentRef> segments) {}

    /** A segment in brief. */
    record SegmentRef(int id, String name, @Nullable String description) {

        static SegmentRef of(Segment segment) {
            return new SegmentRef(
                    segment.id(), segment.name(), segment.definition().description());
        }
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return TRAIT.matcher(request.getPathInfo()).matches() ? "GET, POST, HEAD, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var identity = IDENTITY.matcher(request.getPathInfo());
        var trait = TRAIT.matcher(request.getPathInfo());
        if (request.getMethod().equals("POST") && trait.matches()) {
            var reported = reported(sdk, trait.group(1), trait.group(2), request);
            setPosition(response);
            send(response, reported);
        } else if (identity.matches()) {
            var fullIdentity = fullIdentity(sdk, identity.group(1), request, response);
            setPosition(response);
            send(response, fullIdentity);
        } else {
            throw Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
        }
    }

    private FullIdentity fullIdentity(
            SdkRequest sdk, String identifier, HttpServletRequest request, HttpServletResponse response) {
        var identity = resolver.named(sdk, identifier, request, response);
        evaluations.tell(sdk, identity);
        var environment = environments.of(sdk);
        boolean hidden = sdk.environment().settings().hideSensitiveData();
        return new FullIdentity(
                environment.flags(identity, sdk.audience()).stream()
                        .map(flag -> FlagView.of(sdk.environment(), flag))
                        .toList(),
                hidden
                        ? List.of()
                        : identity.traits().stream().map(TraitInput::view).toList(),
                environment.segments(identity).stream().map(SegmentRef::of).toList());
    }

    private TraitResponse reported(SdkRequest sdk, String identifier, String key, HttpServletRequest request)
            throws IOException {
        var form = bodies.read(request).form();
        var reported = TraitForm.value(form, key, false);
        form.validate();
        if (reported.isNone()) {
            throw InvalidInput.detail(SdkTexts.TRAIT_VALUE_MISSING);
        }
        sdk.requireTraits();
        var kept = registrar.record(new SdkCaller(sdk, request), identifier, List.of(reported));
        return new TraitResponse(kept.trait(key).orElseThrow().id(), key, reported.plain(), false);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
