package dev.flagledger.query.audit;

import dev.flagledger.contract.form.ParameterReader;
import dev.flagledger.query.audit.find.AuditQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list of audit log entries from a request. */
final class AuditParameters {

    private AuditParameters() {}

    /** Reads the filters of a request. {@code environment} is from the time when Flagsmith did not leave out the project's lines. */
    static AuditQuery read(HttpServletRequest request) {
        var read = new ParameterReader(request);
        var environments = read.integers("environments");
        var withProject = read.integers("environment");
        var project = read.integer("project");
        var before = read.integer("before");
        var search = Objects.requireNonNullElse(read.text("search"), "");
        read.finish();
        return new AuditQuery(
                project, environments, withProject, search, bool(request.getParameter("is_system_event")), before);
    }

    private static @Nullable Boolean bool(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "t", "yes", "y", "on" -> true;
            case "false", "0", "f", "no", "n", "off" -> false;
            default -> null;
        };
    }
}
