package dev.flagledger.contract.http.path;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * A path that ends with a name of any characters, including escaped slashes and backslashes, which are refused in all other
 * paths.
 */
public final class NamedPath {

    private final String parent;
    private final Pattern pattern;

    /** @param parent the path before the name, with a trailing slash */
    public NamedPath(String parent) {
        this.parent = parent;
        this.pattern = Pattern.compile(Pattern.quote(parent) + "([^/;]+)(?:;[^/]*)?/?");
    }

    /**
     * The name at the end of a path.
     *
     * @param raw the path as it was sent
     * @return empty if the path does not match, or if its name contains an unescaped slash
     */
    public Optional<String> name(String raw) {
        var matcher = pattern.matcher(raw);
        return matcher.matches()
                ? Optional.of(UriUtils.decode(matcher.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /**
     * Whether a path matches both raw and resolved, so that no other component sees another path.
     *
     * @param raw the path as it was sent
     * @param resolved the path decoded and normalised
     */
    public boolean covers(String raw, String resolved) {
        return resolved.startsWith(parent) && pattern.matcher(raw).matches();
    }
}
