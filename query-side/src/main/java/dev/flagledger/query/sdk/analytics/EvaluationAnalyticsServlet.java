package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code POST /api/v2/analytics/flags/}: single evaluations, with the identity and the result of each. */
final class EvaluationAnalyticsServlet extends AnalyticsServlet {

    static final String[] PATHS = {"/api/v2/analytics/flags/", "/api/v2/analytics/flags"};

    EvaluationAnalyticsServlet(EnvironmentKeyAuthenticator authenticator, ReportCounter counter, BodyReader bodies) {
        super(authenticator, counter, bodies);
    }

    private record Evaluated(String feature, long count) {}

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        count(sdk, request, EvaluationAnalyticsServlet::counts);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Returns the total of each feature, by name. */
    static Map<String, Long> counts(ParsedBody sent) {
        var form = sent.form();
        if (!form.has("evaluations")) {
            form.reject("evaluations", FieldTexts.REQUIRED);
        }
        var evaluated = NestedForms.list(form, "evaluations").orElse(List.of()).stream()
                .map(EvaluationAnalyticsServlet::read)
                .toList();
        form.validate();
        return evaluated.stream()
                .filter(one -> one.count() > 0)
                .collect(Collectors.toMap(Evaluated::feature, Evaluated::count, Long::sum));
    }

    private static Evaluated read(Form form) {
        var feature = form.text("feature_name", Integer.MAX_VALUE);
        form.text("identity_identifier", Integer.MAX_VALUE, "nobody");
        if (!form.has("enabled_when_evaluated")) {
            form.reject("enabled_when_evaluated", FieldTexts.REQUIRED);
        }
        form.bool("enabled_when_evaluated", false);
        return new Evaluated(feature, form.integer("count"));
    }
}
