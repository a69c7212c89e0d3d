package dev.flagledger.contract.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resolves arguments of the types {@link Form} and {@link ParsedBody} from the request's body: JSON or the fields of an HTML
 * form. For reads it is the query parameters.
 */
public final class FormArgumentResolver implements HandlerMethodArgumentResolver {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final BodyReader bodies;

    FormArgumentResolver(BodyReader bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class || parameter.getParameterType() == ParsedBody.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var http = (HttpServletRequest) request.getNativeRequest();
        if (READS.contains(http.getMethod())) {
            return new Form(query(http), true, true);
        }
        var body = bodies.read(http);
        return parameter.getParameterType() == ParsedBody.class ? body : body.form();
    }

    /** The last value of each query parameter. */
    private static ObjectNode query(HttpServletRequest request) {
        var fields = JsonNodeFactory.instance.objectNode();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[values.length - 1]));
        return fields;
    }
}
