package dev.flagledger.access.domain;

import dev.flagledger.access.domain.TextRecords.NoAnswer;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.KeyedDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The TXT record by which an organisation proves that it owns a domain. The text is another one for each organisation and domain, and for
 * each installation, so that a record proves nothing elsewhere. It is derived, so that none is stored.
 */
@Component
public class DomainRecords {

    private static final String PREFIX = "flagledger-verification=";
    private static final int DIGITS = 40;

    private final KeyedDigest digests;
    private final TextRecords records;

    public DomainRecords(InstallationKey installation, TextRecords records) {
        this.digests = new KeyedDigest(installation, "mail domains");
        this.records = records;
    }

    /** Returns the text that the record of a domain, in lower case, has to have. */
    public String expected(int organisation, String domain) {
        var digest = digests.of(organisation + " " + domain);
        return PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }

    /** Returns whether a domain has the record of an organisation. */
    public boolean exist(int organisation, String domain) throws NoAnswer {
        return records.of(domain).contains(expected(organisation, domain));
    }
}
