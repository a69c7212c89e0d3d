package dev.flagledger.query.usage;

import dev.flagledger.query.usage.CallCounter.Day;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API calls of one day.
 *
 * @param labels the kind of application; always null, since it is not recorded
 */
record UsageView(
        long flags,
        long identities,
        long traits,
        long environmentDocument,
        LocalDate day,
        @Nullable Map<String, String> labels) {

    static UsageView of(Day day) {
        return new UsageView(
                day.of(UsageResource.FLAGS),
                day.of(UsageResource.IDENTITIES),
                day.of(UsageResource.TRAITS),
                day.of(UsageResource.ENVIRONMENT_DOCUMENT),
                day.day(),
                null);
    }

    /** The shape that older dashboards read. */
    static Map<String, Object> old(Day day) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", day.day());
        view.put("Flags", day.of(UsageResource.FLAGS));
        view.put("Identities", day.of(UsageResource.IDENTITIES));
        view.put("Traits", day.of(UsageResource.TRAITS));
        view.put("Environment-document", day.of(UsageResource.ENVIRONMENT_DOCUMENT));
        return view;
    }
}
