package dev.flagledger.standalone.fuzz;

import dev.flagledger.standalone.Everything;
import dev.flagledger.standalone.Right;
import dev.flagledger.standalone.contract.Contract;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings with which Schemathesis gets past authentication: a caller, and ids of existing objects for each parameter of each
 * operation. It uses those in {@value #OFTEN} of its requests, and generated values in the others.
 */
final class Settings {

    private static final double OFTEN = 0.8;
    private static final double ALWAYS = 1;
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

    private final Map<String, Map<String, Set<String>>> known = new TreeMap<>();
    private final StringBuilder dictionaries = new StringBuilder();
    private final StringBuilder operations = new StringBuilder();
    private final StringBuilder everywhere = new StringBuilder();
    private int count;

    /** Sets the parameters in the path and the query of a line of the table of rights. */
    void know(Right right, Everything things, Contract contract) {
        var asked = URI.create("/api/v1/").resolve(things.filled(right.path()));
        var template = contract.template(right.method(), asked.getPath()).orElseThrow();
        var parameters = known.computeIfAbsent(right.method() + " " + template, _ -> new TreeMap<>());
        var names = PARAMETER.matcher(template).results().iterator();
        var values = Pattern.compile(
                        PARAMETER.matcher(template).replaceAll("([^/]+)").replaceFirst("/$", "/?"))
                .matcher(asked.getPath());
        values.matches();
        for (int group = 1; group <= values.groupCount(); group++) {
            var name = names.next().group();
            know(parameters, "path." + name.substring(1, name.length() - 1), values.group(group));
        }
        if (asked.getQuery() != null) {
            for (var pair : asked.getQuery().split("&", -1)) {
                know(parameters, "query." + pair.replaceFirst("=.*", ""), pair.replaceFirst(".*=", ""));
            }
        }
    }

    private static void know(Map<String, Set<String>> parameters, String parameter, String value) {
        parameters.computeIfAbsent(parameter, _ -> new LinkedHashSet<>()).add(value);
    }

    /** Sets a value for a parameter, such as {@code body.feature}, of every operation without a value of its own. */
    void often(String parameter, String value) {
        everywhere
                .append('"')
                .append(parameter)
                .append("\" = ")
                .append(bound(Set.of(value), OFTEN))
                .append('\n');
    }

    /** Sets one of these values for every request, even if the parameter is optional. */
    void always(String parameter, String... values) {
        everywhere
                .append('"')
                .append(parameter)
                .append("\" = ")
                .append(bound(Set.of(values), ALWAYS))
                .append('\n');
    }

    /** Excludes an operation. */
    void without(String operation) {
        operations.append("[[operations]]\ninclude-name = \"%s\"\nenabled = false\n".formatted(operation));
    }

    /** Sets other credentials for an operation. */
    void authorise(String operation, String authorization) {
        operations.append("[[operations]]\ninclude-name = \"%s\"\nheaders = { Authorization = \"%s\" }\n"
                .formatted(operation, authorization));
    }

    /** The settings in the format of Schemathesis's configuration file. */
    String toml(String authorization, String environmentKey) {
        known.forEach((operation, parameters) -> {
            var bindings = parameters.entrySet().stream()
                    .map(parameter -> "\"" + parameter.getKey() + "\" = " + bound(parameter.getValue(), OFTEN))
                    .collect(Collectors.joining(", "));
            operations.append(
                    "[[operations]]\ninclude-name = \"%s\"\nparameters = { %s }\n".formatted(operation, bindings));
        });
        return "cache = { enabled = false }\nheaders = { Authorization = \"%s\", X-Environment-Key = \"%s\" }\n"
                        .formatted(authorization, environmentKey)
                + "[dictionaries]\n" + dictionaries + "[parameters]\n" + everywhere + operations;
    }

    /** Numbers are added as text too: invalid by the schema, so used in invalid requests, yet they refer to an object. */
    private String bound(Set<String> values, double probability) {
        var listed = values.stream()
                .flatMap(value -> NUMBER.matcher(value).matches()
                        ? Set.of(value, "\"" + value + "\"").stream()
                        : Set.of("\"" + value + "\"").stream())
                .sorted()
                .collect(Collectors.joining(", "));
        var name = "known" + count++;
        dictionaries.append(name).append(" = { values = [").append(listed).append("] }\n");
        return "{ dictionary = \"%s\", probability = %s }".formatted(name, probability);
    }
}
