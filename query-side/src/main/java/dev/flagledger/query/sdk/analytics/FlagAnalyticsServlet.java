package dev.flagledger.query.sdk.analytics;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.usage.EvaluationCounter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/analytics/flags/}: evaluations by the names of features. What is no number is passed over. */
final class FlagAnalyticsServlet extends AnalyticsServlet {

    private final transient BodyReader bodies;

    FlagAnalyticsServlet(
            EnvironmentKeyAuthenticator authenticator, EvaluationCounter evaluationCounter, BodyReader bodies) {
        super(authenticator, evaluationCounter);
        this.bodies = bodies;
    }

    @Override
    protected void answer(SdkRequest sdk, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = bodies.read(request);
        if (!sent.isForm()) {
            throw InvalidInput.whole(SdkTexts.NOT_AN_OBJECT);
        }
        count(sdk, numbers(sent.json()));
        response.setContentLength(0);
    }

    private static Map<String, Long> numbers(JsonNode report) {
        Map<String, Long> numbers = new HashMap<>();
        report.properties().forEach(field -> {
            if (field.getValue().isIntegralNumber() && field.getValue().canConvertToInt()) {
                numbers.put(field.getKey(), field.getValue().longValue());
            }
        });
        return numbers;
    }
}
