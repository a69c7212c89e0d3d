package dev.flagledger.query.sdk.paths;

import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.view.feature.FeatureOptionsView;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.flag.FlagView;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.Evaluations;
import dev.flagledger.query.sdk.identities.IdentityResolver;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import dev.flagledger.query.sdk.identities.ResolvedIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The options of a multivariate feature, and the flags of an identity as the oldest SDKs request them. */
final class FlagPathsServlet extends ApplicationServlet {

    private static final Pattern OPTIONS = Pattern.compile("/([0-9]{1,9})/multivariate-options/?");
    private static final Pattern IDENTITY = Pattern.compile("/([-\\w@%.]{1,2000})/?", Pattern.UNICODE_CHARACTER_CLASS);
    /** A path that is routed but matches no identifier. */
    private static final Pattern NAME = Pattern.compile("/[^/]+");

    private final transient IdentityResolver resolver;
    private final transient PreparedEnvironments environments;
    private final transient Evaluations evaluations;

    FlagPathsServlet(
            EnvironmentKeyAuthenticator authenticator,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations) {
        super(authenticator);
        this.resolver = resolver;
        this.environments = environments;
        this.evaluations = evaluations;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "GET, HEAD, OPTIONS";
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var options = OPTIONS.matcher(request.getPathInfo());
        var identity = IDENTITY.matcher(request.getPathInfo());
        if (options.matches()) {
            send(response, options(sdk, Integer.parseInt(options.group(1))));
        } else if (identity.matches()) {
            var feature = request.getParameter("feature");
            var known = resolver.named(sdk, identity.group(1), request, response);
            var flags = flags(sdk, known);
            if (feature == null) {
                evaluations.tell(sdk, known);
            }
            setPosition(response);
            send(response, feature == null ? flags : named(flags, feature));
        } else if (NAME.matcher(request.getPathInfo()).matches()) {
            throw Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private static FeatureOptionsView options(SdkRequest sdk, int featureId) {
        var feature = Optional.ofNullable(sdk.project().features().get(featureId))
                .filter(known ->
                        sdk.audience() == Audience.SERVER || !known.details().serverKeyOnly())
                .orElseThrow(() -> Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.notFound("Feature")));
        return FeatureOptionsView.of(feature, control(sdk, feature));
    }

    private static @Nullable Object control(SdkRequest sdk, Feature feature) {
        var flag = sdk.environment().flags().get(feature.id());
        return flag == null || feature.details().archived()
                ? null
                : flag.environmentDefault().value().plain();
    }

    private List<FlagView> flags(SdkRequest sdk, ResolvedIdentity identity) {
        return environments.of(sdk).flags(identity, sdk.audience()).stream()
                .map(flag -> FlagView.of(sdk.environment(), flag))
                .toList();
    }

    private static FlagView named(List<FlagView> flags, String name) {
        return flags.stream()
                .filter(flag -> flag.feature().name().equalsIgnoreCase(name))
                .findAny()
                .orElseThrow(ApplicationServlet::unknownFeature);
    }
}
