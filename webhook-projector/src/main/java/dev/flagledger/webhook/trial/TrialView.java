package dev.flagledger.webhook.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sample.
 *
 * @param body what was wrong; absent if nothing was
 * @param status the receiver's status; absent if there was no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialView(
        String detail, @Nullable String body, @Nullable Integer status) {

    static TrialView successful(int status) {
        return new TrialView("Webhook test successful", null, status);
    }

    static TrialView refused(int status) {
        return new TrialView("Webhook returned error status", "Webhook returned HTTP " + status + ".", status);
    }

    static TrialView unreached() {
        return new TrialView(
                "Could not connect to webhook URL",
                "Please check the URL, and ensure it is valid and accessible from the server.",
                null);
    }
}
