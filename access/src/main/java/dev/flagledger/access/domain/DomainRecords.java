package dev.flagledger.access.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.access.domain.TextRecords.NoAnswer;
import dev.flagledger.ledger.secret.InstallationKey;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * The TXT record by which an organisation proves that it owns a domain. The text is another one for each organisation and domain, and for
 * each installation, so that a record proves nothing elsewhere. It is derived, so that none is stored.
 */
@Component
public class DomainRecords {

    private static final String PREFIX = "flagledger-verification=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 40;

    private final SecretKey key;
    private final TextRecords records;

    public DomainRecords(InstallationKey installation, TextRecords records) {
        this.key = installation.derive("mail domains");
        this.records = records;
    }

    /** Returns the text that the record of a domain, in lower case, has to have. */
    public String expected(int organisation, String domain) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var digest = mac.doFinal((organisation + " " + domain).getBytes(UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Returns whether a domain has the record of an organisation. */
    public boolean exist(int organisation, String domain) throws NoAnswer {
        return records.of(domain).contains(expected(organisation, domain));
    }
}
