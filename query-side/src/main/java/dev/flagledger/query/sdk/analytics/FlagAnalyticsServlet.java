package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.form.ParsedBody;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code POST /api/v1/analytics/flags/}: numbers of evaluations by feature name. Values other than 32-bit integers are ignored. */
final class FlagAnalyticsServlet extends AnalyticsServlet {

    static final String[] PATHS = {"/api/v1/analytics/flags/", "/api/v1/analytics/flags"};

    FlagAnalyticsServlet(EnvironmentKeyAuthenticator authenticator, ReportCounter counter, BodyReader bodies) {
        super(authenticator, counter, bodies);
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        count(sdk, request, FlagAnalyticsServlet::counts);
        response.setContentLength(0);
    }

    /** Returns the number of each feature, by name. */
    static Map<String, Long> counts(ParsedBody sent) {
        if (!sent.isForm()) {
            throw InvalidInput.whole(SdkTexts.NOT_AN_OBJECT);
        }
        return sent.json().properties().stream()
                .filter(field ->
                        field.getValue().isIntegralNumber() && field.getValue().canConvertToInt())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().longValue()));
    }
}
