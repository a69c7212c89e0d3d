package dev.flagledger.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * An address that ends with a name of any characters, slashes and backslashes among them if they are escaped. Paths are
 * refused that have one escaped anywhere else.
 */
public final class NamedPath {

    private final String parent;
    private final Pattern pattern;

    /** @param parent the path before the name, with a slash at its end */
    public NamedPath(String parent) {
        this.parent = parent;
        this.pattern = Pattern.compile(Pattern.quote(parent) + "([^/;]+)(?:;[^/]*)?/?");
    }

    /**
     * The name at the end of a path.
     *
     * @param raw the path as it was sent
     * @return empty if the path is no such address, or has a slash in the name that is not escaped
     */
    public Optional<String> name(String raw) {
        var matcher = pattern.matcher(raw);
        return matcher.matches()
                ? Optional.of(UriUtils.decode(matcher.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /**
     * Whether a path is such an address in both its forms, and not only in the one that somebody else looks at.
     *
     * @param raw the path as it was sent
     * @param resolved the same without escapes and steps up
     */
    public boolean covers(String raw, String resolved) {
        return resolved.startsWith(parent) && pattern.matcher(raw).matches();
    }
}
