package dev.flagledger.contract.scim;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.EqualFilter;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.SchemaUtils;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a directory asks for: RFC 7644, 3.4.2.
 *
 * @param filter which resources; null for all
 * @param startIndex index of the first result, from 1
 * @param count the number of results at most
 * @param only names of the attributes to show, in lower case; empty for all
 * @param without names of attributes to leave out, in lower case
 */
public record ScimQuery(@Nullable Filter filter, int startIndex, int count, Set<String> only, Set<String> without) {

    /** The number of resources that are listed at most. */
    public static final int MOST = 200;

    private static final int MAX_FILTER = 1_000;
    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    /**
     * Reads the parameters of a request.
     *
     * @throws BadRequestException if the filter or a number cannot be read
     */
    public static ScimQuery of(HttpServletRequest request) throws BadRequestException {
        return new ScimQuery(
                filter(request.getParameter("filter")),
                Math.max(1, number(request.getParameter("startIndex"), 1)),
                Math.clamp(number(request.getParameter("count"), MOST), 0, MOST),
                names(request.getParameter("attributes"), true),
                names(request.getParameter("excludedAttributes"), false));
    }

    /** Returns whether an attribute is to be shown; the name in lower case. */
    public boolean shows(String attribute) {
        return (only.isEmpty() || only.contains(attribute)) && !without.contains(attribute);
    }

    /**
     * Returns whether a resource may fit by one of its texts: false only if the filter asks for another one. Spares making the whole of each.
     *
     * @param attribute the name of the attribute
     */
    public boolean mayFit(String attribute, String text) {
        if (!(filter instanceof EqualFilter equal)) {
            return true;
        }
        var path = Objects.requireNonNull(equal.getAttributePath());
        return path.size() != 1
                || path.getElement(0).getValueFilter() != null
                || !path.getElement(0).getAttribute().equalsIgnoreCase(attribute)
                || Objects.requireNonNull(equal.getComparisonValue()).asText().equalsIgnoreCase(text);
    }

    /**
     * Returns the page of the resources that fit.
     *
     * @param resources all resources
     * @param view makes the whole of a resource, by which it is filtered
     * @throws ScimException if the filter compares what cannot be compared
     */
    public <T> ListResponse<GenericScimResource> page(List<T> resources, Function<T, GenericScimResource> view)
            throws ScimException {
        var shown = new ArrayList<GenericScimResource>();
        int total = 0;
        for (var resource : resources) {
            // Without a filter, only the page itself is made.
            boolean onPage = total + 1 >= startIndex && shown.size() < count;
            if (filter == null) {
                total++;
                if (onPage) {
                    shown.add(shown(view.apply(resource)));
                }
                continue;
            }
            var whole = view.apply(resource);
            if (filter.visit(new Evaluator(), whole.getObjectNode())) {
                total++;
                if (onPage) {
                    shown.add(shown(whole));
                }
            }
        }
        return new ListResponse<>(total, shown, startIndex, shown.size());
    }

    /** Returns the resource with the attributes that are asked for. */
    public GenericScimResource shown(GenericScimResource resource) {
        var node = resource.getObjectNode();
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name ->
                        !ALWAYS.contains(name.toLowerCase(Locale.ROOT)) && !shows(name.toLowerCase(Locale.ROOT)))
                .forEach(node::remove);
        return resource;
    }

    private static @Nullable Filter filter(@Nullable String text) throws BadRequestException {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_FILTER) {
            throw BadRequestException.invalidFilter("The filter is too long.");
        }
        try {
            return Filter.fromString(text);
        } catch (RuntimeException e) {
            throw new BadRequestException("The filter cannot be read.", BadRequestException.INVALID_FILTER, e);
        }
    }

    private static int number(@Nullable String text, int otherwise) throws BadRequestException {
        try {
            return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw BadRequestException.invalidValue("startIndex and count must be integers.");
        }
    }

    /** Sub-attributes are shown with the whole attribute, and are not left out by themselves. */
    private static Set<String> names(@Nullable String text, boolean withParts) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .map(name -> name.substring(name.lastIndexOf(':') + 1))
                        .filter(name -> withParts || !name.contains("."))
                        .map(name -> name.split("\\.", 2)[0])
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
    }

    /** Compares ids exactly, everything else ignoring case, as the schemas say. */
    private static final class Evaluator extends FilterEvaluator {
        @Override
        protected @Nullable AttributeDefinition getAttributeDefinition(Path path) {
            var name = path.size() == 1 ? path.getElement(0).getAttribute().toLowerCase(Locale.ROOT) : "";
            return switch (name) {
                case "id" -> SchemaUtils.ID_ATTRIBUTE_DEFINITION;
                case "externalid" -> SchemaUtils.EXTERNAL_ID_ATTRIBUTE_DEFINITION;
                default -> null;
            };
        }
    }
}
