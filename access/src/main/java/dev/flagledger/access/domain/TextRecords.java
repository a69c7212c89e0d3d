package dev.flagledger.access.domain;

import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/** Looks up TXT records, with the platform's client. */
@Component
public class TextRecords {

    private static final String TXT = "TXT";

    private final DnsSettings settings;

    public TextRecords(DnsSettings settings) {
        this.settings = settings;
    }

    /** The domain name system gave no answer. */
    public static final class NoAnswer extends Exception {
        private NoAnswer(NamingException cause) {
            super(cause);
        }
    }

    /**
     * Returns the texts of a domain's TXT records; none if it has none, or does not exist. Takes 14 seconds at most.
     *
     * @param domain a name that consists of labels of letters, digits and hyphens only
     */
    @SuppressWarnings("BanJNDI") // of DNS it reads texts only, and follows no references
    public List<String> of(String domain) throws NoAnswer {
        try {
            var context = new InitialDirContext(environment());
            try {
                var found = Optional.ofNullable(
                        context.getAttributes(domain, new String[] {TXT}).get(TXT));
                return found.isEmpty()
                        ? List.of()
                        : Collections.list(found.get().getAll()).stream()
                                .map(String::valueOf)
                                .toList();
            } finally {
                context.close();
            }
        } catch (NameNotFoundException _) {
            return List.of();
        } catch (NamingException e) {
            throw new NoAnswer(e);
        }
    }

    /** Each try waits twice as long as the one before: 2, 4 and 8 seconds. */
    @SuppressWarnings("JdkObsolete") // JNDI asks for it
    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, settings.url());
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "3");
        return environment;
    }
}
